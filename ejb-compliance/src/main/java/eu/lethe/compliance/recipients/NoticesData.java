package eu.lethe.compliance.recipients;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.persistence.RowsOfPeople;
import eu.lethe.compliance.personaldata.Expiry;
import eu.lethe.compliance.personaldata.Extract;
import eu.lethe.compliance.personaldata.PersonalDataStore;
import eu.lethe.compliance.personaldata.Row;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.ExcludeClassInterceptors;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What recipients were told about people who are still there. What they are told of an erasure names nobody and stays. */
@Stateless
@Interceptors(AccountScope.class)
public class NoticesData implements PersonalDataStore {

    // What somebody is still to be told is kept until then, at most thirty days.
    private static final String CLOSED_BEFORE = " from compliance.notice n join compliance.subject s"
            + " on s.account_id = n.account_id and s.id = n.subject_id where n.account_id = ?1 and s.state = 'ACTIVE'"
            + " and n.state not in ('PENDING', 'TOLD', 'WAITING') and n.created_at < ?2";

    @PersistenceContext
    EntityManager em;

    @Inject
    NoticeLedger ledger;

    @Override
    @ExcludeClassInterceptors
    public String name() {
        return "notices";
    }

    @Override
    @ExcludeClassInterceptors
    public String process() {
        return "requests";
    }

    @Override
    @ExcludeClassInterceptors
    public Set<Class<?>> entities() {
        return Set.of(Notice.class);
    }

    @Override
    public long count(AccountId account, Collection<UUID> people) {
        return RowsOfPeople.count(em, "compliance.notice", account.value(), people);
    }

    @Override
    public long erase(AccountId account, Collection<UUID> people, int atMost) {
        return RowsOfPeople.delete(em, "compliance.notice", account.value(), people, atMost);
    }

    @Override
    public long expire(AccountId account, Expiry expiry, int atMost) {
        return em.createNativeQuery("delete from compliance.notice where ctid = any (array (select n.ctid"
                        + CLOSED_BEFORE + " limit ?3))")
                .setParameter(1, account.value())
                .setParameter(2, expiry.before().atOffset(ZoneOffset.UTC))
                .setParameter(3, atMost)
                .executeUpdate();
    }

    @Override
    public long expiring(AccountId account, Expiry expiry) {
        return (Long) em.createNativeQuery("select count(*)" + CLOSED_BEFORE)
                .setParameter(1, account.value())
                .setParameter(2, expiry.before().atOffset(ZoneOffset.UTC))
                .getSingleResult();
    }

    @Override
    public List<Extract> extract(Subject subject) {
        return List.of(new Extract(
                "notice",
                ledger.ofSubject(subject).stream().map(NoticesData::row).toList()));
    }

    private static Map<String, Object> row(Told told) {
        return new Row()
                .with("id", told.notice())
                .with("createdAt", told.since())
                .with("recipient", told.name())
                .with("category", told.category())
                .with("kind", told.kind())
                .with("fields", told.fields().isEmpty() ? null : FieldClass.names(told.fields()))
                .with("state", told.state())
                .with("toldAt", told.toldAt())
                .with("acknowledgedAt", told.acknowledgedAt())
                .map();
    }
}
