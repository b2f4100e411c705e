package eu.lethe.compliance.retention;

import eu.lethe.compliance.audit.AuditAction;
import eu.lethe.compliance.audit.AuditLog;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.AcrossAccounts;
import eu.lethe.compliance.persistence.Columns;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** When which account is swept, and what came of it. Whoever moves an account's next time on does its sweep. */
@Stateless
@Interceptors(AccountScope.class)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RetentionSchedule {

    private static final String PAUSE = "interval '1 hour'";

    @PersistenceContext
    EntityManager em;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** @param now the time that decides what has expired */
    public record Due(AccountId account, UUID sweep, Instant now) {}

    /**
     * Takes one account that is due, if there is one. Its time is the database's, so that a node whose own clock is wrong
     * deletes nothing too early; only in a drill the application's is moved, and this one with it.
     */
    @AcrossAccounts(because = "sweeps every account")
    public Optional<Due> claim() {
        long drill =
                Duration.between(Clock.systemUTC().instant(), clock.instant()).toSeconds();
        String now = "(now() + interval '" + drill + " seconds')";
        em.createNativeQuery("insert into compliance.retention_schedule (account_id, next_at)" + " select id, " + now
                        + " from compliance.account on conflict do nothing")
                .executeUpdate();
        // A time further ahead than it can have been set was set by a clock that was moved since.
        List<?> rows = em.createNativeQuery("update compliance.retention_schedule set next_at = " + now + " + " + PAUSE
                        + " where account_id = (select account_id from compliance.retention_schedule where next_at <= "
                        + now
                        + " or next_at > " + now + " + " + PAUSE + " order by next_at for update skip locked limit 1)"
                        + " returning account_id, " + now)
                .getResultList();
        return rows.stream().findFirst().map(row -> begin((Object[]) row));
    }

    private Due begin(Object[] row) {
        var due = new Due(new AccountId((UUID) row[0]), UUID.randomUUID(), Columns.instant(row[1]));
        em.createNativeQuery(
                        "insert into compliance.retention_sweep (id, account_id, started_at) values (?1, ?2, clock_timestamp())")
                .setParameter(1, due.sweep())
                .setParameter(2, due.account().value())
                .executeUpdate();
        return due;
    }

    /** Stores that the account turned off to have them emptied. */
    public Set<String> emptied(AccountId account) {
        var names = new HashSet<String>();
        em.createNativeQuery(
                        "select store from compliance.store_setting where account_id = ?1 and not enabled and purge")
                .setParameter(1, account.value())
                .getResultList()
                .forEach(name -> names.add((String) name));
        return names;
    }

    /** Writes down how a sweep ended; one that found nothing leaves no line. */
    public void ended(AccountId account, Due due, Tally tally) {
        if (tally.isNothing()) {
            named(account, due, "delete from compliance.retention_sweep where account_id = ?1 and id = ?2")
                    .executeUpdate();
        } else {
            named(
                            account,
                            due,
                            "update compliance.retention_sweep set ended_at = clock_timestamp(), removed = ?3,"
                                    + " people = ?4, handed_over = ?5, failed = ?6 where account_id = ?1 and id = ?2")
                    .setParameter(3, tally.rows)
                    .setParameter(4, tally.people)
                    .setParameter(5, tally.handedOver)
                    .setParameter(6, tally.failed)
                    .executeUpdate();
            audit.recordOwn(account, AuditAction.RETENTION_SWEPT, due.sweep());
        }
        em.createNativeQuery("update compliance.retention_schedule set swept_at = ?2 where account_id = ?1")
                .setParameter(1, account.value())
                .setParameter(2, due.now().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    private Query named(AccountId account, Due due, String sql) {
        return em.createNativeQuery(sql).setParameter(1, account.value()).setParameter(2, due.sweep());
    }
}
