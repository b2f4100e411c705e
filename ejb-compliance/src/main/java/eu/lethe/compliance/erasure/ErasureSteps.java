package eu.lethe.compliance.erasure;

import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.persistence.FencedRows;
import eu.lethe.compliance.personaldata.PersonalDataStore;
import eu.lethe.compliance.personaldata.StoreKind;
import eu.lethe.compliance.personaldata.Talk;
import eu.lethe.compliance.subjects.Subjects;
import eu.lethe.compliance.vault.Vault;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What is done to the stores in the course of an erasure: each step with its counts, in one transaction with what it did. */
@Stateless
@Interceptors(AccountScope.class)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ErasureSteps {

    private static final Jsonb JSON = JsonbBuilder.create();

    @PersistenceContext
    EntityManager em;

    @Inject
    ErasureJobs jobs;

    @Inject
    Subjects subjects;

    @Inject
    Vault vault;

    @Inject
    Clock clock;

    @Inject
    @Any
    Instance<PersonalDataStore> stores;

    /**
     * Deletes up to {@code atMost} rows of a PostgreSQL store and counts them in the same transaction.
     *
     * @return how many
     */
    public long delete(LeasedJob job, PersonalDataStore store, int atMost) {
        jobs.mustBeHeld(job);
        FencedRows.show(em);
        long found = job.countIn(store);
        long removed = job.eraseFrom(store, atMost);
        step(job, store.name(), Action.DELETE, ", found = coalesce(found, ?5), removed = removed + ?6", "PENDING")
                .setParameter(5, found)
                .setParameter(6, removed)
                .executeUpdate();
        return removed;
    }

    /** What a store deleted of one conversation within the fence itself. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void deletedAtOnce(Talk talk, UUID job, String store, long found, long removed) {
        em.createNativeQuery("update compliance.erasure_step set found = ?4, removed = ?5 where account_id = ?1"
                        + " and job_id = ?2 and store = ?3 and action = 'DELETE'")
                .setParameter(1, talk.account().value())
                .setParameter(2, job)
                .setParameter(3, store)
                .setParameter(4, found)
                .setParameter(5, removed)
                .executeUpdate();
    }

    /** Notes what a store that is not in PostgreSQL has before it is emptied. @return the most that was ever found in it */
    public long found(LeasedJob job, String store, long found) {
        jobs.mustBeHeld(job);
        step(job, store, Action.DELETE, ", found = greatest(coalesce(found, 0), ?5)", "PENDING")
                .setParameter(5, found)
                .executeUpdate();
        return (Long) em.createNativeQuery("select found from compliance.erasure_step where account_id = ?1"
                        + " and job_id = ?2 and store = ?3 and action = 'DELETE'")
                .setParameter(1, job.account().value())
                .setParameter(2, job.id())
                .setParameter(3, store)
                .getSingleResult();
    }

    /** Notes how many recipients there were and how many of them know; again, when more of them know. */
    public void told(LeasedJob job, long recipients, long informed) {
        jobs.mustBeHeld(job);
        step(
                        job,
                        Plan.RECIPIENTS,
                        Action.TELL,
                        ", found = ?5, removed = ?6, remaining = ?7, error_code = null, done_at = ?8",
                        StepState.DONE.name())
                .setParameter(5, recipients)
                .setParameter(6, informed)
                .setParameter(7, recipients - informed)
                .setParameter(8, now())
                .executeUpdate();
    }

    /** Notes how a search ended, and how it was done. */
    public void searched(LeasedJob job, String store, String method, StepState state, long found, long remaining) {
        ended(job, store, Action.VERIFY, state, found, 0, remaining);
        step(job, store, Action.VERIFY, ", method = ?5", state.name())
                .setParameter(5, method)
                .executeUpdate();
    }

    /** Notes that nobody could look: no number stands for what was not counted. */
    public void unverified(LeasedJob job, String store, Action action) {
        jobs.mustBeHeld(job);
        step(
                        job,
                        store,
                        action,
                        ", found = null, removed = 0, remaining = null, error_code = null, done_at = ?5",
                        StepState.UNVERIFIED.name())
                .setParameter(5, now())
                .executeUpdate();
    }

    /** Notes how a step ended; one that is repeated counts nothing twice. */
    public void ended(
            LeasedJob job, String store, Action action, StepState state, long found, long removed, long remaining) {
        jobs.mustBeHeld(job);
        step(
                        job,
                        store,
                        action,
                        ", found = greatest(coalesce(found, 0), ?5), removed = greatest(removed, ?6), remaining = ?7,"
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
        if (left > held(job, store)) {
            throw new NotEmpty(store.name());
        }
        ended(job, store.name(), Action.DELETE, left > 0 ? StepState.HELD : StepState.DONE, 0, 0, left);
    }

    /** What a store still has about the person, fenced or not. */
    public long count(LeasedJob job, PersonalDataStore store) {
        FencedRows.show(em);
        return job.countIn(store);
    }

    /** How many of the rows that a store of PostgreSQL still has a legal hold keeps. */
    public long held(LeasedJob job, PersonalDataStore store) {
        FencedRows.show(em);
        return job.isOfPerson() && store.kind() == StoreKind.POSTGRESQL
                ? store.held(job.account(), List.of(job.person()))
                : 0;
    }

    /** How many rows about the person are there because of a hold: what it keeps, and the person's own. */
    public long heldRows(LeasedJob job) {
        if (held(job) == 0) {
            return 0;
        }
        return 1 + stores.stream().mapToLong(store -> held(job, store)).sum();
    }

    /** How many conversations of the person a legal hold keeps; a single one that is held is not erased in the first place. */
    public long held(LeasedJob job) {
        if (!job.isOfPerson()) {
            return 0;
        }
        return (Long)
                em.createNativeQuery("select count(*) from compliance.held where account_id = ?1 and subject_id = ?2")
                        .setParameter(1, job.account().value())
                        .setParameter(2, job.person())
                        .getSingleResult();
    }

    /**
     * The transactions of both databases before which everything was deleted: those of the first call after the deletion.
     *
     * @param now later than the deletion; of a database that was restored since, also earlier than what was noted before
     */
    public Purge.Horizon deletedBefore(LeasedJob job, Purge.Horizon now) {
        jobs.mustBeHeld(job);
        Object[] noted = (Object[]) em.createNativeQuery("update compliance.erasure_job set deleted_before ="
                        + " case when deleted_before <= ?3 then deleted_before else ?3 end, shredded_before ="
                        + " case when shredded_before <= ?4 then shredded_before else ?4 end"
                        + " where account_id = ?1 and id = ?2 returning deleted_before, shredded_before")
                .setParameter(1, job.account().value())
                .setParameter(2, job.id())
                .setParameter(3, now.data())
                .setParameter(4, now.vault())
                .getSingleResult();
        return new Purge.Horizon((Long) noted[0], (Long) noted[1]);
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

    /** Removes the subject's row, unless the person stays or something about them is held. @return how many rows are held */
    public long removeRoot(LeasedJob job) {
        jobs.mustBeHeld(job);
        if (!job.isOfPerson()) {
            return 0;
        }
        // What goes now may go a second time, after a hold: the purge has to wait anew.
        em.createNativeQuery("update compliance.erasure_job set deleted_before = null, shredded_before = null"
                        + " where account_id = ?1 and id = ?2")
                .setParameter(1, job.account().value())
                .setParameter(2, job.id())
                .executeUpdate();
        FencedRows.show(em);
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

    /** The words to look for after the deletion; empty once they are destroyed. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Words words(LeasedJob job) {
        List<?> sealed = em.createNativeQuery("select sealed_words from compliance.erasure_job where account_id = ?1"
                        + " and id = ?2 and sealed_words is not null")
                .setParameter(1, job.account().value())
                .setParameter(2, job.id())
                .getResultList();
        if (sealed.isEmpty()) {
            return Words.NONE;
        }
        String opened = vault.keyOf(job.keyOwner()).open(Erasures.WORDS, (byte[]) sealed.get(0));
        return opened.startsWith("{") ? JSON.fromJson(opened, Words.class) : Words.NONE;
    }

    private Query step(LeasedJob job, String store, Action action, String what, String state) {
        return em.createNativeQuery("update compliance.erasure_step set state = '" + state + "'" + what
                        + " where account_id = ?1 and job_id = ?2 and store = ?3 and action = ?4")
                .setParameter(1, job.account().value())
                .setParameter(2, job.id())
                .setParameter(3, store)
                .setParameter(4, action.name());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
