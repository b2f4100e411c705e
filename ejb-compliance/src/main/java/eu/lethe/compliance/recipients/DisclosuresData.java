package eu.lethe.compliance.recipients;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.persistence.RowsOfPeople;
import eu.lethe.compliance.persistence.UuidArray;
import eu.lethe.compliance.personaldata.Expiry;
import eu.lethe.compliance.personaldata.Extract;
import eu.lethe.compliance.personaldata.PersonalDataStore;
import eu.lethe.compliance.personaldata.Row;
import eu.lethe.compliance.personaldata.Talk;
import eu.lethe.compliance.vault.SubjectKey;
import eu.lethe.compliance.vault.Vault;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.ExcludeClassInterceptors;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The record of what was given to whom. The copies themselves are elsewhere: {@link Notices} sees to them. */
@Stateless
@Interceptors(AccountScope.class)
public class DisclosuresData implements PersonalDataStore {

    private static final String CHAT = "chat";

    @PersistenceContext
    EntityManager em;

    @Inject
    Vault vault;

    @Inject
    Clock clock;

    @Override
    @ExcludeClassInterceptors
    public String name() {
        return "disclosures";
    }

    @Override
    @ExcludeClassInterceptors
    public Set<Class<?>> entities() {
        return Set.of(Disclosure.class);
    }

    @Override
    public long count(AccountId account, Collection<UUID> people) {
        return RowsOfPeople.count(em, "compliance.disclosure", account.value(), people);
    }

    @Override
    public long erase(AccountId account, Collection<UUID> people, int atMost) {
        return RowsOfPeople.delete(em, "compliance.disclosure", account.value(), people, atMost);
    }

    @Override
    @ExcludeClassInterceptors
    public boolean holdsConversations() {
        return true;
    }

    /** The receipts of what a model was asked in it; what else was passed on is about the person. */
    @Override
    public long count(Talk talk) {
        return (Long) ofTalk(talk, "select count(*) from compliance.disclosure").getSingleResult();
    }

    @Override
    public long erase(Talk talk, int atMost) {
        return ofTalk(talk, "delete from compliance.disclosure").executeUpdate();
    }

    private Query ofTalk(Talk talk, String what) {
        return em.createNativeQuery(
                        what + " where account_id = ?1 and subject_id = ?2 and answer_id = any (cast(?3 as uuid[]))")
                .setParameter(1, talk.account().value())
                .setParameter(2, talk.subject().id())
                .setParameter(3, UuidArray.of(talk.entries()));
    }

    /** A model's provider drops what it was sent by itself, on a date; everybody else who still has something has to be told. */
    @Override
    public Set<UUID> toBeTold(AccountId account, Collection<UUID> people) {
        List<?> found = em.createNativeQuery(KeptOutside.PEOPLE_AT_OTHERS)
                .setParameter(1, account.value())
                .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(3, UuidArray.of(people))
                .getResultList();
        return found.stream().map(UUID.class::cast).collect(Collectors.toSet());
    }

    @Override
    public List<Extract> extract(Subject subject) {
        SubjectKey key = vault.keyOf(subject);
        return List.of(new Extract(
                "disclosure",
                em.createNamedQuery("Disclosure.ofSubject", Object[].class)
                        .setParameter("account", subject.account().value())
                        .setParameter("subject", subject.id())
                        .getResultStream()
                        .map(row -> extracted((Disclosure) row[0], (Recipient) row[1], key))
                        .toList()));
    }

    @Override
    public Set<UUID> holding(AccountId account, Collection<UUID> people) {
        List<?> found = em.createNativeQuery(KeptOutside.PEOPLE_WITH_MORE)
                .setParameter(1, account.value())
                .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(3, UuidArray.of(people))
                .getResultList();
        return found.stream().map(UUID.class::cast).collect(Collectors.toSet());
    }

    @Override
    public long expire(AccountId account, Expiry expiry, int atMost) {
        if (!CHAT.equals(expiry.process())) {
            return 0;
        }
        return expired(
                        "delete from compliance.disclosure where ctid = any (array (select d.ctid " + from(expiry)
                                + " limit ?4 for share of s skip locked))",
                        account,
                        expiry)
                .setParameter(4, atMost)
                .executeUpdate();
    }

    @Override
    public long expiring(AccountId account, Expiry expiry) {
        return CHAT.equals(expiry.process())
                ? (Long) expired("select count(*) " + from(expiry), account, expiry)
                        .getSingleResult()
                : 0;
    }

    // A receipt goes with what it is the receipt of, unless the recipient still has it: who is to be told must be
    // known.
    private static String from(Expiry expiry) {
        String anchor = switch (expiry.anchor()) {
            case CREATED -> "d.sent_at";
            case LAST_ACTIVITY -> "greatest(d.sent_at, s.last_activity_at)";
            case LAST_SUBMISSION -> "greatest(d.sent_at, s.last_submission_at)";
        };
        return "from compliance.disclosure d join compliance.subject s on s.id = d.subject_id"
                + " join compliance.recipient r on r.id = d.recipient_id"
                + " where d.account_id = ?1 and s.state = 'ACTIVE' and not (" + KeptOutside.NOW + ") and " + anchor
                + " < ?3";
    }

    private Query expired(String sql, AccountId account, Expiry expiry) {
        return em.createNativeQuery(sql)
                .setParameter(1, account.value())
                .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(3, expiry.before().atOffset(ZoneOffset.UTC));
    }

    private static Map<String, Object> extracted(Disclosure disclosure, Recipient to, SubjectKey key) {
        var view = disclosure.view(to);
        return new Row()
                .with("id", view.id())
                .with("recipient", view.recipientName())
                .with("category", view.category())
                .with("country", view.country())
                .with("channel", view.channel())
                .with("state", view.state())
                .with("fields", view.fields().stream().sorted().map(Enum::name).collect(Collectors.joining(",")))
                .with("sentAt", view.sentAt())
                .with("retentionDays", view.retentionDays())
                .with("redactions", view.redactions())
                .with("answerId", view.answer())
                .with("model", view.model())
                .with("requestId", disclosure.requestId())
                .with("reference", disclosure.reference(key))
                .map();
    }
}
