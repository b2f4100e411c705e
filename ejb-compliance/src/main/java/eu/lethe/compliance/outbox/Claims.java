package eu.lethe.compliance.outbox;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.AcrossAccounts;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * Hands entries to one node at a time, each call a short transaction. A claim is a lease: a node that dies in the middle loses
 * it after a while and another one takes over.
 */
@Stateless
@Interceptors(AccountScope.class)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Claims {

    private static final Duration LEASE = Duration.ofMinutes(5);

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    /** What is due. An entry put off for longer than any is was so before a clock was moved back. */
    @AcrossAccounts(because = "the relay does every account's work")
    public List<Entry> next(String topic, int limit) {
        List<?> rows = em.createNativeQuery("update compliance.outbox set attempts = attempts + 1, next_at = ?1"
                        + " where id = any (array (select id from compliance.outbox where topic = ?2"
                        + " and (next_at <= ?3 or next_at > ?5) order by next_at for update skip locked limit ?4))"
                        + " returning id, account_id, entity_id, attempts")
                .setParameter(1, in(LEASE))
                .setParameter(2, topic)
                .setParameter(3, in(Duration.ZERO))
                .setParameter(4, limit)
                .setParameter(5, in(LEASE.multipliedBy(2)))
                .getResultList();
        return rows.stream().map(row -> entry((Object[]) row)).toList();
    }

    @AcrossAccounts(because = "the relay does every account's work")
    public void done(Entry entry) {
        em.createNativeQuery("delete from compliance.outbox where id = ?1")
                .setParameter(1, entry.id())
                .executeUpdate();
    }

    /**
     * Puts the entry off.
     *
     * @param error the kind of failure, never its text, which may quote what was being worked on
     */
    @AcrossAccounts(because = "the relay does every account's work")
    public void later(Entry entry, Duration pause, String error) {
        em.createNativeQuery("update compliance.outbox set next_at = ?1, last_error = ?2 where id = ?3")
                .setParameter(1, in(pause))
                .setParameter(2, error)
                .setParameter(3, entry.id())
                .executeUpdate();
    }

    private OffsetDateTime in(Duration pause) {
        return clock.instant().plus(pause).atOffset(ZoneOffset.UTC);
    }

    private static Entry entry(Object[] row) {
        return new Entry((UUID) row[0], new AccountId((UUID) row[1]), (UUID) row[2], (Integer) row[3]);
    }
}
