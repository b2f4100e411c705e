package eu.lethe.compliance.restrictions;

import eu.lethe.compliance.audit.AuditAction;
import eu.lethe.compliance.audit.AuditLog;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.AcrossAccounts;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.Role;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.restrictions.Restrictions.Restriction;
import eu.lethe.compliance.subjects.SubjectGone;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How restrictions end: what a person asked for when the person says so, everything else on a day that the person is told before
 * (Art. 18(3) GDPR).
 */
@Stateless
@Interceptors(AccountScope.class)
public class Lifts {

    private static final String ENDED = "update compliance.restriction set lifted_at = ?3 where account_id = ?1"
            + " and subject_id = ?2 and lifted_at is null";

    @PersistenceContext
    EntityManager em;

    @Inject
    AuditLog audit;

    @Inject
    Event<RestrictionLifted> lifted;

    @Inject
    Clock clock;

    /**
     * Ends what the person asked for, at the person's wish.
     *
     * @return whether the data is free; if not, somebody else has restricted it, too
     * @throws RestrictionNotYours if only somebody else has (409)
     * @throws SubjectGone if the person was erased or is being erased (410)
     */
    public boolean lift(Subject subject) {
        lock(subject.account(), subject.id());
        int ended = about(subject.account(), subject.id(), ENDED + " and origin = 'PERSON'")
                .setParameter(3, now())
                .executeUpdate();
        List<Restriction> left = RestrictionRows.open(em, subject.account(), subject.id());
        if (ended == 0 && !left.isEmpty()) {
            throw new RestrictionNotYours();
        }
        if (ended > 0) {
            audit.recordOwn(subject.account(), AuditAction.RESTRICTION_LIFTED, subject.id());
            freeUnlessLeft(subject.account(), subject.id(), null);
        }
        return left.isEmpty();
    }

    /** Ends what came with a request that the person has taken back: nobody has to be told what they did themselves. */
    public void takenBack(Subject subject, UUID request) {
        lock(subject.account(), subject.id());
        if (about(subject.account(), subject.id(), ENDED + " and request_id = ?4")
                        .setParameter(3, now())
                        .setParameter(4, request)
                        .executeUpdate()
                > 0) {
            audit.recordOwn(subject.account(), AuditAction.RESTRICTION_LIFTED, subject.id());
            freeUnlessLeft(subject.account(), subject.id(), request);
        }
    }

    /**
     * Decides that every restriction of the person's data ends on a day; the caller tells the person now (Art. 18(3) GDPR).
     *
     * @param on tomorrow at the earliest
     * @throws NotRestricted if there is none (409)
     * @throws InvalidLift if the day will not do (400)
     */
    public void announce(Caller caller, UUID subject, LocalDate on) {
        caller.mustBeAny(Role.ADMIN, Role.DPO);
        if (!decide(caller.account(), subject, on, null)) {
            throw new NotRestricted();
        }
        audit.record(caller, AuditAction.RESTRICTION_LIFT_ANNOUNCED, subject);
    }

    /** As {@link #announce}, of what came with one request that was refused. @return whether something had come with it */
    public boolean announce(Subject subject, UUID request, LocalDate on) {
        boolean announced = decide(subject.account(), subject.id(), on, request);
        if (announced) {
            audit.recordOwn(subject.account(), AuditAction.RESTRICTION_LIFT_ANNOUNCED, subject.id());
        }
        return announced;
    }

    private boolean decide(AccountId account, UUID subject, LocalDate on, @Nullable UUID request) {
        InvalidLift.unlessPossible(on, today());
        lock(account, subject);
        String of = request == null ? "" : " and request_id = ?5";
        Query announcement = about(
                        account,
                        subject,
                        "update compliance.restriction set informed_at = ?3, lift_on = ?4 where account_id = ?1"
                                + " and subject_id = ?2 and lifted_at is null" + of)
                .setParameter(3, now())
                .setParameter(4, on);
        return (request == null ? announcement : announcement.setParameter(5, request)).executeUpdate() > 0;
    }

    /** Ends what was to end by today. @return how many people's */
    @AcrossAccounts(because = "works for all of them")
    public int liftDue() {
        List<?> due = em.createNativeQuery("select distinct account_id, subject_id from compliance.restriction"
                        + " where lifted_at is null and lift_on <= ?1 limit 100")
                .setParameter(1, today())
                .getResultList();
        for (Object row : due) {
            var account = new AccountId((UUID) ((Object[]) row)[0]);
            UUID subject = (UUID) ((Object[]) row)[1];
            lock(account, subject);
            UUID request = requestOfDue(account, subject);
            int ended = about(account, subject, ENDED + " and lift_on <= ?4")
                    .setParameter(3, now())
                    .setParameter(4, today())
                    .executeUpdate();
            if (ended > 0) {
                audit.recordOwn(account, AuditAction.RESTRICTION_LIFTED, subject);
                freeUnlessLeft(account, subject, request);
            }
        }
        return due.size();
    }

    private @Nullable UUID requestOfDue(AccountId account, UUID subject) {
        List<?> requests = about(
                        account,
                        subject,
                        "select cast(request_id as text) from compliance.restriction where account_id = ?1"
                                + " and subject_id = ?2 and lifted_at is null and lift_on <= ?3 and request_id is not null"
                                + " order by lift_on desc limit 1")
                .setParameter(3, today())
                .getResultList();
        return requests.isEmpty() ? null : UUID.fromString((String) requests.get(0));
    }

    private void freeUnlessLeft(AccountId account, UUID subject, @Nullable UUID request) {
        if (RestrictionRows.open(em, account, subject).isEmpty()) {
            RestrictionRows.become(em, account, subject, "ACTIVE");
            lifted.fire(new RestrictionLifted(account, subject, request));
        }
    }

    private void lock(AccountId account, UUID subject) {
        RestrictionRows.lock(em, account, subject);
    }

    private Query about(AccountId account, UUID subject, String sql) {
        return RestrictionRows.about(em, account, subject, sql);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
