package eu.lethe.compliance.contacts;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.persistence.RowsOfPeople;
import eu.lethe.compliance.personaldata.Expiry;
import eu.lethe.compliance.personaldata.Extract;
import eu.lethe.compliance.personaldata.PersonalDataStore;
import eu.lethe.compliance.personaldata.Row;
import eu.lethe.compliance.vault.Vault;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.ExcludeClassInterceptors;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names, addresses and numbers that people have left. */
@Stateless
@Interceptors(AccountScope.class)
public class ContactsData implements PersonalDataStore {

    @PersistenceContext
    EntityManager em;

    @Inject
    Vault vault;

    @Override
    @ExcludeClassInterceptors
    public String name() {
        return "contacts";
    }

    @Override
    @ExcludeClassInterceptors
    public Set<Class<?>> entities() {
        return Set.of(Contact.class);
    }

    @Override
    public long count(AccountId account, Collection<UUID> people) {
        return RowsOfPeople.count(em, "compliance.contact", account.value(), people);
    }

    @Override
    public long erase(AccountId account, Collection<UUID> people, int atMost) {
        return RowsOfPeople.delete(em, "compliance.contact", account.value(), people, atMost);
    }

    @Override
    public Set<UUID> holding(AccountId account, Collection<UUID> people) {
        return RowsOfPeople.owners(em, "compliance.contact", account.value(), people);
    }

    @Override
    public long expire(AccountId account, Expiry expiry, int atMost) {
        return em.createNativeQuery("delete from compliance.contact where ctid = any (array (select c.ctid"
                        + expired(expiry) + " limit ?3 for share of s skip locked))")
                .setParameter(1, account.value())
                .setParameter(2, expiry.before().atOffset(ZoneOffset.UTC))
                .setParameter(3, atMost)
                .executeUpdate();
    }

    @Override
    public long expiring(AccountId account, Expiry expiry) {
        return (Long) em.createNativeQuery("select count(*)" + expired(expiry))
                .setParameter(1, account.value())
                .setParameter(2, expiry.before().atOffset(ZoneOffset.UTC))
                .getSingleResult();
    }

    private static String expired(Expiry expiry) {
        String anchor = switch (expiry.anchor()) {
            case CREATED -> "c.changed_at";
            case LAST_ACTIVITY -> "s.last_activity_at";
            case LAST_SUBMISSION -> "coalesce(s.last_submission_at, s.created_at)";
        };
        return " from compliance.contact c join compliance.subject s on s.id = c.subject_id"
                + " where c.account_id = ?1 and s.account_id = ?1 and s.state = 'ACTIVE' and " + anchor + " < ?2";
    }

    @Override
    public List<Extract> extract(Subject subject) {
        return List.of(new Extract(
                "contact", contact(subject).map(ContactsData::row).map(Row::map).toList()));
    }

    @Override
    public Set<String> recognisable(Subject subject) {
        return contact(subject)
                .flatMap(contact -> Stream.of(contact.name(), contact.email(), contact.phone()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private Stream<Contacts.ContactView> contact(Subject subject) {
        return Stream.ofNullable(em.find(Contact.class, subject.id()))
                .filter(contact -> contact.isOf(subject))
                .map(contact -> contact.view(vault.keyOf(subject)));
    }

    private static Row row(Contacts.ContactView contact) {
        return new Row()
                .with("name", contact.name())
                .with("email", contact.email())
                .with("phone", contact.phone())
                .with("changedAt", contact.changedAt());
    }
}
