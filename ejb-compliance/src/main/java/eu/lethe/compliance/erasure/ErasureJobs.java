package eu.lethe.compliance.erasure;

import eu.lethe.compliance.audit.AuditAction;
import eu.lethe.compliance.audit.AuditLog;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.AcrossAccounts;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.persistence.UuidArray;
import eu.lethe.compliance.personaldata.Talk;
import eu.lethe.compliance.vault.ErasureKeys;
import eu.lethe.compliance.vault.Vault;
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
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The transactions of the workers. Whoever claims an erasure gets a token one higher than the last; every write names the token
 * and is refused once a later one is out, so a worker that was asleep cannot undo what another did.
 */
@Stateless
@Interceptors(AccountScope.class)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ErasureJobs {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int ERROR_LENGTH = 80;

    @PersistenceContext
    EntityManager em;

    @Inject
    ErasureSteps steps;

    @Inject
    Vault vault;

    @Inject
    AuditLog audit;

    @Inject
    Lease lease;

    @Inject
    Clock clock;

    /**
     * Takes over up to {@code limit} erasures that are due and in nobody's hands, for a lease by the database's clock. What is put off
     * for longer than anything is ever put off was so before a clock was moved back, and is due.
     */
    @AcrossAccounts(because = "the workers do every account's erasures")
    public List<LeasedJob> claim(int limit) {
        List<?> rows = em.createNativeQuery("update compliance.erasure_job set lease_token = lease_token + 1,"
                        + " lease_until = now() + ?3 * interval '1 second'"
                        + " where id = any (array (select id from compliance.erasure_job where state <> 'CLOSED'"
                        + " and (next_at <= ?1 or state <> 'CERTIFIED' and next_at > ?4)"
                        + " and (lease_until <= now() or lease_until > now() + ?3 * interval '1 second')"
                        + " and not stopped"
                        + " order by next_at for update skip locked limit ?2))"
                        + " returning id, account_id, subject_id, generation, state, lease_token, conversation_id,"
                        + " array_to_string(entry_ids, ',')")
                .setParameter(1, now())
                .setParameter(2, limit)
                .setParameter(3, lease.seconds())
                .setParameter(4, now().plus(LONGEST_PAUSE.multipliedBy(2)))
                .getResultList();
        return rows.stream().map(row -> leased((Object[]) row)).toList();
    }

    /** Whether the person was fenced longer ago than this. */
    public boolean isOlderThan(LeasedJob job, Duration age) {
        return (Boolean) em.createNativeQuery(
                        "select fenced_at < ?3 from compliance.erasure_job" + " where account_id = ?1 and id = ?2")
                .setParameter(1, job.account().value())
                .setParameter(2, job.id())
                .setParameter(3, clock.instant().minus(age).atOffset(ZoneOffset.UTC))
                .getSingleResult();
    }

    /**
     * Takes erasures of these people that a hold had kept from ending back to the deletion, whoever works on them, and shreds the
     * key of what was held once nothing is. Waits for a worker that is just finding out that something is held, and for whoever
     * else releases a hold on them: of two, the second sees that nothing is held any more.
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void reopen(AccountId account, Set<UUID> subjects) {
        String theirs = "select id from compliance.erasure_job where account_id = ?1"
                + " and subject_id = any (cast(?2 as uuid[])) and scope = 'PERSON'";
        of(account, subjects, theirs + " order by id for update").getResultList();
        List<?> free = of(
                        account,
                        subjects,
                        theirs
                                + " and subject_id not in (select subject_id from compliance.held where account_id = ?1)")
                .getResultList();
        for (Object job : free) {
            vault.shredOne(ErasureKeys.ofHold(account, (UUID) job));
            reopen(account, (UUID) job);
        }
    }

    // Of whoever still has a row, something was held when it would have gone. One that has not got so far goes on as
    // it is.
    private void reopen(AccountId account, UUID job) {
        int reopened = em.createNativeQuery("update compliance.erasure_job j set state = 'MIRRORED', held_up = null,"
                        + " stopped = false, next_at = ?3, lease_until = now(), lease_token = lease_token + 1"
                        + " where account_id = ?1 and id = ?2 and state not in ('FENCED', 'MIRRORED')"
                        + " and exists (select 1 from compliance.subject s where s.account_id = j.account_id"
                        + " and s.id = j.subject_id)")
                .setParameter(1, account.value())
                .setParameter(2, job)
                .setParameter(3, now())
                .executeUpdate();
        if (reopened > 0) {
            em.createNativeQuery("update compliance.erasure_step set state = 'PENDING' where account_id = ?1"
                            + " and job_id = ?2 and action in ('DELETE', 'PURGE', 'VERIFY')")
                    .setParameter(1, account.value())
                    .setParameter(2, job)
                    .executeUpdate();
        }
    }

    private Query of(AccountId account, Set<UUID> subjects, String sql) {
        return em.createNativeQuery(sql).setParameter(1, account.value()).setParameter(2, UuidArray.of(subjects));
    }

    /** Refuses a worker whose lease was taken over. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void mustBeHeld(LeasedJob job) {
        mustHold(job);
    }

    /** Moves on to the next phase, if every step of the action before it is over. @throws IllegalStateException if one is not */
    public LeasedJob advance(LeasedJob job, @Nullable Action finished) {
        mustHold(job);
        if (finished != null && !steps.pending(job, finished).isEmpty()) {
            throw new IllegalStateException(finished + " is not over");
        }
        Phase next = job.phase().next();
        em.createNativeQuery("update compliance.erasure_job set state = ?3, attempts = 0"
                        + ", held_up = nullif(held_up, 'RETRY_WAIT')"
                        + ", deleted_at = case when ?3 = 'LOCAL_DELETED' then ?4 else deleted_at end"
                        + ", verified_at = case when ?3 = 'VERIFIED' then ?4 else verified_at end"
                        + " where account_id = ?1 and id = ?2")
                .setParameter(1, job.account().value())
                .setParameter(2, job.id())
                .setParameter(3, next.name())
                .setParameter(4, now())
                .executeUpdate();
        return job.in(next);
    }

    /** Puts the erasure off with growing pauses, for ever: a store that is away is waited for. */
    public void later(LeasedJob job, String error) {
        mustHold(job);
        int attempts = (Integer) em.createNativeQuery(
                        "update compliance.erasure_job set attempts = attempts + 1,"
                                + " held_up = coalesce(held_up, 'RETRY_WAIT') where account_id = ?1 and id = ?2 returning attempts")
                .setParameter(1, job.account().value())
                .setParameter(2, job.id())
                .getSingleResult();
        release(job, pause(attempts));
        em.createNativeQuery("update compliance.erasure_step set tries = tries + 1, error_code = ?3"
                        + " where account_id = ?1 and job_id = ?2 and state = 'PENDING' and action = ?4")
                .setParameter(1, job.account().value())
                .setParameter(2, job.id())
                .setParameter(3, error.substring(0, Math.min(error.length(), ERROR_LENGTH)))
                .setParameter(4, actionOf(job.phase()).name())
                .executeUpdate();
    }

    /** Gives the erasure back, to be taken again after the pause. */
    public void giveBack(LeasedJob job, Duration pause) {
        mustHold(job);
        release(job, pause);
    }

    /** Stops until a member has looked; what is held stays known. */
    public void needsOperator(LeasedJob job) {
        mustHold(job);
        em.createNativeQuery("update compliance.erasure_job set stopped = true, lease_until = now()"
                        + " where account_id = ?1 and id = ?2")
                .setParameter(1, job.account().value())
                .setParameter(2, job.id())
                .executeUpdate();
    }

    /** Nothing can come late any more: the last name of the person is taken out of the ledger. */
    public void close(LeasedJob job) {
        mustHold(job);
        em.createNativeQuery("update compliance.erasure_job set state = 'CLOSED', subject_id = null,"
                        + " conversation_id = null, entry_ids = null"
                        + " where account_id = ?1 and id = ?2")
                .setParameter(1, job.account().value())
                .setParameter(2, job.id())
                .executeUpdate();
        audit.recordOwn(job.account(), AuditAction.ERASURE_CLOSED, job.id());
    }

    /** Refuses a worker whose lease was taken over, and renews the lease of the one who has it. */
    void mustHold(LeasedJob job) {
        int held = em.createNativeQuery("update compliance.erasure_job set"
                        + " lease_until = now() + ?4 * interval '1 second'"
                        + " where account_id = ?1 and id = ?2 and lease_token = ?3")
                .setParameter(1, job.account().value())
                .setParameter(2, job.id())
                .setParameter(3, job.token())
                .setParameter(4, lease.seconds())
                .executeUpdate();
        if (held == 0) {
            throw new StaleLease();
        }
    }

    private void release(LeasedJob job, Duration pause) {
        em.createNativeQuery("update compliance.erasure_job set lease_until = now(), next_at = ?3"
                        + " where account_id = ?1 and id = ?2")
                .setParameter(1, job.account().value())
                .setParameter(2, job.id())
                .setParameter(3, clock.instant().plus(pause).atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    private static Action actionOf(Phase phase) {
        return switch (phase) {
            case FENCED, MIRRORED, LOCAL_DELETED -> Action.DELETE;
            case INDEX_DELETED -> Action.TELL;
            case RECIPIENTS_TOLD -> Action.PURGE;
            case PURGED, VERIFIED -> Action.VERIFY;
            case CERTIFIED, CLOSED -> Action.RESCAN;
        };
    }

    static Duration pause(int attempts) {
        Duration doubled = Duration.ofSeconds(1L << Math.min(attempts - 1, 9));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static LeasedJob leased(Object[] row) {
        var account = new AccountId((UUID) row[1]);
        return new LeasedJob(
                account,
                (UUID) row[0],
                (UUID) row[2],
                row[6] == null ? null : talk(new Subject(account, (UUID) row[2], (Integer) row[3]), row),
                Phase.valueOf((String) row[4]),
                (Long) row[5]);
    }

    private static Talk talk(Subject subject, Object[] row) {
        Set<UUID> entries = Stream.of(((String) row[7]).split(","))
                .filter(id -> !id.isEmpty())
                .map(UUID::fromString)
                .collect(Collectors.toSet());
        return new Talk(subject, (UUID) row[6], entries);
    }
}
