package eu.lethe.compliance.erasure;

import eu.lethe.compliance.audit.AuditAction;
import eu.lethe.compliance.audit.AuditLog;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.AcrossAccounts;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.persistence.UuidArray;
import eu.lethe.compliance.personaldata.PersonalDataStore;
import eu.lethe.compliance.subjects.Subjects;
import eu.lethe.compliance.vault.Vault;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The transactions of the workers. Whoever claims an erasure gets a token one higher than the last; every write names the token
 * and is refused once a later one is out, so a worker that was asleep cannot undo what another did.
 */
@Stateless
@Interceptors(AccountScope.class)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ErasureJobs {

    private static final String LEASE = "interval '60 seconds'";
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int ERROR_LENGTH = 80;
    private static final Jsonb JSON = JsonbBuilder.create();

    @PersistenceContext
    EntityManager em;

    @Inject
    Subjects subjects;

    @Inject
    Vault vault;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** Takes over up to {@code limit} erasures that are due and in nobody's hands, for one minute (by the database's clock). */
    @AcrossAccounts(because = "the workers do every account's erasures")
    public List<LeasedJob> claim(int limit) {
        List<?> rows = em.createNativeQuery("update compliance.erasure_job set lease_token = lease_token + 1,"
                        + " lease_until = now() + " + LEASE
                        + " where id = any (array (select id from compliance.erasure_job where state <> 'CLOSED'"
                        + " and next_at <= ?1 and lease_until <= now() and held_up is distinct from 'NEEDS_OPERATOR'"
                        + " order by next_at for update skip locked limit ?2))"
                        + " returning id, account_id, subject_id, generation, state, lease_token")
                .setParameter(1, now())
                .setParameter(2, limit)
                .getResultList();
        return rows.stream().map(row -> leased((Object[]) row)).toList();
    }

    /**
     * Deletes up to {@code atMost} rows of a PostgreSQL store and counts them in the same transaction.
     *
     * @return how many
     */
    public long delete(LeasedJob job, PersonalDataStore store, int atMost) {
        mustHold(job);
        seeFencedRows();
        var person = List.of(job.person());
        long found = store.count(job.account(), person);
        long removed = store.erase(job.account(), person, atMost);
        step(job, store.name(), Action.DELETE, ", found = coalesce(found, ?5), removed = removed + ?6", "PENDING")
                .setParameter(5, found)
                .setParameter(6, removed)
                .executeUpdate();
        em.createNativeQuery(
                        "update compliance.erasure_job set deleted_xid = cast(cast(pg_current_xact_id() as text) as"
                                + " bigint) where account_id = ?1 and id = ?2")
                .setParameter(1, job.account().value())
                .setParameter(2, job.id())
                .executeUpdate();
        return removed;
    }

    /** Notes how a step ended. */
    public void ended(
            LeasedJob job, String store, Action action, StepState state, long found, long removed, long remaining) {
        mustHold(job);
        step(
                        job,
                        store,
                        action,
                        ", found = greatest(coalesce(found, 0), ?5), removed = removed + ?6, remaining = ?7,"
                                + " error_code = null, done_at = ?8",
                        state.name())
                .setParameter(5, found)
                .setParameter(6, removed)
                .setParameter(7, remaining)
                .setParameter(8, now())
                .executeUpdate();
    }

    /** A store of PostgreSQL was emptied bite by bite; what is left in it is under a hold, or the deletion failed. */
    public void endedDeletion(LeasedJob job, PersonalDataStore store) {
        long left = count(job, store);
        if (left > 0 && held(job) == 0) {
            throw new NotEmpty(store.name());
        }
        ended(job, store.name(), Action.DELETE, left > 0 ? StepState.HELD : StepState.DONE, 0, 0, left);
    }

    /** What a store still has about the person, fenced or not. */
    public long count(LeasedJob job, PersonalDataStore store) {
        seeFencedRows();
        return store.count(job.account(), List.of(job.person()));
    }

    /** How many conversations of the person a legal hold keeps. */
    public long held(LeasedJob job) {
        return (Long)
                em.createNativeQuery("select count(*) from compliance.held where account_id = ?1 and subject_id = ?2")
                        .setParameter(1, job.account().value())
                        .setParameter(2, job.person())
                        .getSingleResult();
    }

    /** The transaction that deleted last. */
    public long lastDeletion(LeasedJob job) {
        return (Long) em.createNativeQuery("select coalesce(deleted_xid, 0) from compliance.erasure_job"
                        + " where account_id = ?1 and id = ?2")
                .setParameter(1, job.account().value())
                .setParameter(2, job.id())
                .getSingleResult();
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
     * key of what was held once nothing is.
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void reopen(AccountId account, Set<UUID> subjects) {
        List<?> jobs = em.createNativeQuery("update compliance.erasure_job set state = 'MIRRORED', held_up = null,"
                        + " next_at = ?3, lease_until = now(), lease_token = lease_token + 1 where account_id = ?1"
                        + " and subject_id = any (cast(?2 as uuid[])) and held_up = 'PARTIAL_HELD'"
                        + " and subject_id not in (select subject_id from compliance.held where account_id = ?1)"
                        + " returning id")
                .setParameter(1, account.value())
                .setParameter(2, UuidArray.of(subjects))
                .setParameter(3, now())
                .getResultList();
        for (Object job : jobs) {
            em.createNativeQuery("update compliance.erasure_step set state = 'PENDING' where account_id = ?1"
                            + " and job_id = ?2 and action in ('DELETE', 'PURGE', 'VERIFY')")
                    .setParameter(1, account.value())
                    .setParameter(2, job)
                    .executeUpdate();
            vault.shredOne(new Subject(account, (UUID) job, Erasures.HOLD_KEY));
        }
    }

    /** Whether words of the person stand somewhere that is not about the person, and nobody has decided yet. */
    public boolean isToReview(LeasedJob job) {
        return (Boolean)
                em.createNativeQuery("select exists (select 1 from compliance.erasure_step where account_id = ?1"
                                + " and job_id = ?2 and state = 'REVIEW')")
                        .setParameter(1, job.account().value())
                        .setParameter(2, job.id())
                        .getSingleResult();
    }

    /** Refuses a worker whose lease was taken over. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void mustBeHeld(LeasedJob job) {
        mustHold(job);
    }

    /** Removes the subject's row, unless something about the person is held. @return how many rows are held */
    public long removeRoot(LeasedJob job) {
        mustHold(job);
        seeFencedRows();
        long held = held(job);
        if (held == 0) {
            subjects.remove(job.account(), job.person());
        } else {
            em.createNativeQuery("update compliance.erasure_job set held_up = 'PARTIAL_HELD'"
                            + " where account_id = ?1 and id = ?2")
                    .setParameter(1, job.account().value())
                    .setParameter(2, job.id())
                    .executeUpdate();
        }
        return held;
    }

    /** The steps of an action that are not over, by store. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Set<String> pending(LeasedJob job, Action action) {
        List<?> stores = em.createNativeQuery("select store from compliance.erasure_step where account_id = ?1"
                        + " and job_id = ?2 and action = ?3 and state = 'PENDING' order by store")
                .setParameter(1, job.account().value())
                .setParameter(2, job.id())
                .setParameter(3, action.name())
                .getResultList();
        return new LinkedHashSet<>(stores.stream().map(String.class::cast).toList());
    }

    /** Moves on to the next phase, if every step of the action before it is over. @throws IllegalStateException if one is not */
    public LeasedJob advance(LeasedJob job, @Nullable Action finished) {
        mustHold(job);
        if (finished != null && !pending(job, finished).isEmpty()) {
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

    /** Stops until a member has looked. */
    public void needsOperator(LeasedJob job) {
        mustHold(job);
        em.createNativeQuery("update compliance.erasure_job set held_up = 'NEEDS_OPERATOR', lease_until = now()"
                        + " where account_id = ?1 and id = ?2")
                .setParameter(1, job.account().value())
                .setParameter(2, job.id())
                .executeUpdate();
    }

    /** The words to look for after the deletion; empty once they are destroyed. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Set<String> words(LeasedJob job) {
        List<?> sealed = em.createNativeQuery("select sealed_words from compliance.erasure_job where account_id = ?1"
                        + " and id = ?2 and sealed_words is not null")
                .setParameter(1, job.account().value())
                .setParameter(2, job.id())
                .getResultList();
        if (sealed.isEmpty()) {
            return Set.of();
        }
        String opened = vault.keyOf(job.keyOwner()).open(Erasures.WORDS, (byte[]) sealed.get(0));
        return opened.startsWith("[\"") ? Set.of(JSON.fromJson(opened, String[].class)) : Set.of();
    }

    /** Nothing can come late any more: the last name of the person is taken out of the ledger. */
    public void close(LeasedJob job) {
        mustHold(job);
        em.createNativeQuery("update compliance.erasure_job set state = 'CLOSED', subject_id = null"
                        + " where account_id = ?1 and id = ?2")
                .setParameter(1, job.account().value())
                .setParameter(2, job.id())
                .executeUpdate();
        audit.recordOwn(job.account(), AuditAction.ERASURE_CLOSED, job.id());
    }

    private void seeFencedRows() {
        em.createNativeQuery("select set_config('app.erasing', 'on', true)").getSingleResult();
    }

    /** Refuses a worker whose lease was taken over, and renews the lease of the one who has it. */
    void mustHold(LeasedJob job) {
        int held = em.createNativeQuery("update compliance.erasure_job set lease_until = now() + " + LEASE
                        + " where account_id = ?1 and id = ?2 and lease_token = ?3")
                .setParameter(1, job.account().value())
                .setParameter(2, job.id())
                .setParameter(3, job.token())
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

    private Query step(LeasedJob job, String store, Action action, String what, String state) {
        return em.createNativeQuery("update compliance.erasure_step set state = '" + state + "'" + what
                        + " where account_id = ?1 and job_id = ?2 and store = ?3 and action = ?4")
                .setParameter(1, job.account().value())
                .setParameter(2, job.id())
                .setParameter(3, store)
                .setParameter(4, action.name());
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
        return new LeasedJob(
                new AccountId((UUID) row[1]),
                (UUID) row[0],
                (UUID) row[2],
                (Integer) row[3],
                Phase.valueOf((String) row[4]),
                (Long) row[5]);
    }
}
