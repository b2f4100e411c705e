package eu.lethe.compliance.subjects;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.persistence.Columns;
import eu.lethe.compliance.persistence.UuidArray;
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
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The people an account holds data about. */
@Stateless
@Interceptors(AccountScope.class)
public class Subjects {

    @PersistenceContext
    EntityManager em;

    @Inject
    Vault vault;

    @Inject
    Clock clock;

    /** A new person, active, with a key. Row and key are committed in a transaction of their own before this returns. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Subject create(AccountId account) {
        var subject = new Subject(account, UUID.randomUUID(), 1);
        // The key is committed first: a person without a key would read as erased, a key without a person opens
        // nothing.
        vault.makeKey(subject);
        em.createNativeQuery(
                        "insert into compliance.subject (id, account_id, state, generation, created_at, last_activity_at)"
                                + " values (?1, ?2, 'ACTIVE', ?3, ?4, ?4)")
                .setParameter(1, subject.id())
                .setParameter(2, account.value())
                .setParameter(3, subject.generation())
                .setParameter(4, now())
                .executeUpdate();
        return subject;
    }

    /**
     * Holds the subject against erasure until the caller's transaction ends ({@code for share}); every writer calls it first.
     *
     * @throws SubjectGone if the person was erased or is being erased (410)
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void hold(Subject subject) {
        // A native query: EclipseLink's PESSIMISTIC_READ is "for update" on PostgreSQL, and writers would queue.
        var held = named(
                        "select 1 from compliance.subject where account_id = ?1 and id = ?2 and generation = ?3"
                                + " and state in ('ACTIVE', 'RESTRICTED') for share",
                        subject)
                .getResultList();
        if (held.isEmpty()) {
            throw new SubjectGone();
        }
    }

    /**
     * Holds the subject as {@link #hold} does, for what the person sends: their retention periods start again. Called instead
     * of hold, not after it: two writers that each hold would wait for each other for ever.
     *
     * @throws SubjectGone if the person was erased or is being erased (410)
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void holdForSubmission(Subject subject) {
        int held = named(
                        "update compliance.subject set last_activity_at = ?4, last_submission_at = ?4"
                                + " where account_id = ?1 and id = ?2 and generation = ?3"
                                + " and state in ('ACTIVE', 'RESTRICTED')",
                        subject)
                .setParameter(4, now())
                .executeUpdate();
        if (held == 0) {
            throw new SubjectGone();
        }
    }

    /** The subject in its current generation, if it is active. */
    public Optional<Subject> find(AccountId account, UUID id) {
        return generation(
                        "select generation from compliance.subject where account_id = ?1 and id = ?2 and state = 'ACTIVE'",
                        account,
                        id)
                .map(generation -> new Subject(account, id, generation));
    }

    /** The subject in its current generation, restricted or not; empty if erased or never there. */
    public Optional<Subject> current(AccountId account, UUID id) {
        return generation(
                        "select generation from compliance.subject where account_id = ?1 and id = ?2"
                                + " and state in ('ACTIVE', 'RESTRICTED')",
                        account,
                        id)
                .map(generation -> new Subject(account, id, generation));
    }

    /**
     * Somebody who is locked.
     *
     * @param lastSubmission or when they came, if they sent nothing since
     */
    public record Locked(Subject subject, boolean isRestricted, Instant lastSubmission) {}

    /**
     * Locks the person against everybody who writes, restricts, holds or erases, until the caller's transaction ends.
     *
     * @throws SubjectGone if the person was erased or is being erased (410)
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public Locked lock(AccountId account, UUID id) {
        List<?> rows = em.createNativeQuery("select generation, state, coalesce(last_submission_at, created_at)"
                        + " from compliance.subject where account_id = ?1 and id = ?2"
                        + " and state in ('ACTIVE', 'RESTRICTED') for update")
                .setParameter(1, account.value())
                .setParameter(2, id)
                .getResultList();
        if (rows.isEmpty()) {
            throw new SubjectGone();
        }
        Object[] row = (Object[]) rows.get(0);
        return new Locked(
                new Subject(account, id, (Integer) row[0]), "RESTRICTED".equals(row[1]), Columns.instant(row[2]));
    }

    /**
     * Ends the generation of somebody who is {@link #lock locked}, in the caller's transaction: no writer comes after it. From the
     * commit on, no row about the person shows.
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void fence(Subject subject) {
        named(
                        "update compliance.subject set state = 'ERASING', generation = generation + 1"
                                + " where account_id = ?1 and id = ?2 and generation = ?3",
                        subject)
                .executeUpdate();
        em.createNativeQuery("insert into compliance.fenced_subject (subject_id, account_id, fenced_at)"
                        + " values (?2, ?1, ?3)")
                .setParameter(1, subject.account().value())
                .setParameter(2, subject.id())
                .setParameter(3, now())
                .executeUpdate();
    }

    /** Removes the row of somebody who was fenced and about whom nothing is left; again is no error. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void remove(AccountId account, UUID id) {
        for (String row : List.of("compliance.subject where id", "compliance.fenced_subject where subject_id")) {
            em.createNativeQuery("delete from " + row + " = ?2 and account_id = ?1")
                    .setParameter(1, account.value())
                    .setParameter(2, id)
                    .executeUpdate();
        }
    }

    /** Removes the rows of people about whom nothing is left, in the caller's transaction, which has locked them. @return how many */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public long removeAll(AccountId account, Collection<UUID> people) {
        return em.createNativeQuery(
                        "delete from compliance.subject where account_id = ?1 and id = any (cast(?2 as uuid[]))")
                .setParameter(1, account.value())
                .setParameter(2, UuidArray.of(people))
                .executeUpdate();
    }

    private Optional<Integer> generation(String sql, AccountId account, UUID id) {
        List<?> rows = em.createNativeQuery(sql)
                .setParameter(1, account.value())
                .setParameter(2, id)
                .getResultList();
        return rows.stream().findFirst().map(Integer.class::cast);
    }

    private Query named(String sql, Subject subject) {
        return em.createNativeQuery(sql)
                .setParameter(1, subject.account().value())
                .setParameter(2, subject.id())
                .setParameter(3, subject.generation());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
