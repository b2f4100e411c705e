package eu.lethe.compliance.restrictions;

import eu.lethe.compliance.audit.AuditAction;
import eu.lethe.compliance.audit.AuditLog;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.NotPersonal;
import eu.lethe.compliance.kernel.PersonalData;
import eu.lethe.compliance.kernel.PersonalData.Category;
import eu.lethe.compliance.kernel.PersonalData.Purpose;
import eu.lethe.compliance.kernel.Role;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.persistence.UuidArray;
import eu.lethe.compliance.subjects.SubjectGone;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Restriction of processing (Art. 18 GDPR): the person's data stays where it is and nothing else is done with it. No model, no search,
 * nothing sent out, no sweep; members read it with a reason only. The person may still write and read their own.
 */
@Stateless
@Interceptors(AccountScope.class)
public class Restrictions {

    /**
     * @param request the subject request it answers
     * @param liftOn the day from which on it is over, which the person was told; null as long as nobody has decided that
     * @param liftedAt null as long as it lasts
     */
    public record Restriction(
            @PersonalData(category = Category.IDENTIFIER, purpose = Purpose.ADMINISTRATION)
            UUID subject,

            @PersonalData(category = Category.BEHAVIOUR, purpose = Purpose.ADMINISTRATION)
            Ground ground,

            @NotPersonal Origin origin,

            @NotPersonal @Nullable UUID request,

            @PersonalData(category = Category.BEHAVIOUR, purpose = Purpose.ADMINISTRATION)
            Instant since,

            @NotPersonal @Nullable Instant informedAt,

            @NotPersonal @Nullable LocalDate liftOn,

            @PersonalData(category = Category.BEHAVIOUR, purpose = Purpose.ADMINISTRATION) @Nullable
            Instant liftedAt) {}

    @PersistenceContext
    EntityManager em;

    @Inject
    AuditLog audit;

    @Inject
    Event<Restricted> restricted;

    @Inject
    Clock clock;

    /**
     * Restricts at the person's own wish. Several restrictions can hold at once; the data is free when the last one ends.
     *
     * @param request the subject request it answers
     * @throws SubjectGone if the person was erased or is being erased (410)
     */
    public void restrict(Subject subject, Ground ground, Origin origin, @Nullable UUID request) {
        if (begin(subject.account(), subject.id(), ground, origin, request)) {
            audit.recordOwn(subject.account(), AuditAction.SUBJECT_RESTRICTED, subject.id());
        }
    }

    /** Restricts for a member. @throws SubjectGone if the person was erased or is being erased (410) */
    public void restrict(Caller caller, UUID subject, Ground ground) {
        caller.mustBeAny(Role.ADMIN, Role.DPO);
        if (begin(caller.account(), subject, ground, Origin.COMPANY, null)) {
            audit.record(caller, AuditAction.SUBJECT_RESTRICTED, subject);
        }
    }

    /** What restricts the person's data now, the first first; empty if nothing does. */
    public List<Restriction> of(Subject subject) {
        return RestrictionRows.open(em, subject.account(), subject.id());
    }

    public boolean isRestricted(Subject subject) {
        return !among(subject.account(), List.of(subject.id())).isEmpty();
    }

    /** @throws ProcessingRestricted if anything but storing is forbidden (403) */
    public void mustBeFree(Subject subject) {
        if (isRestricted(subject)) {
            throw new ProcessingRestricted();
        }
    }

    /** Those of these people whose data is restricted. */
    public Set<UUID> among(AccountId account, Collection<UUID> people) {
        List<?> found = em.createNativeQuery("select id from compliance.subject where account_id = ?1"
                        + " and id = any (cast(?2 as uuid[])) and state = 'RESTRICTED'")
                .setParameter(1, account.value())
                .setParameter(2, UuidArray.of(people))
                .getResultList();
        var restrictedPeople = new HashSet<UUID>();
        found.forEach(id -> restrictedPeople.add((UUID) id));
        return restrictedPeople;
    }

    /** Everybody in the account whose data is restricted, for a search to leave out. */
    public Set<UUID> everybody(AccountId account) {
        var everybody = new HashSet<UUID>();
        em.createNativeQuery("select id from compliance.subject where account_id = ?1 and state = 'RESTRICTED'")
                .setParameter(1, account.value())
                .getResultList()
                .forEach(id -> everybody.add((UUID) id));
        return everybody;
    }

    /** The newest first; of people who are still there. */
    public List<Restriction> list(Caller caller) {
        caller.mustBeAny(Role.ADMIN, Role.DPO, Role.AUDITOR);
        return RestrictionRows.all(em, caller.account());
    }

    private boolean begin(AccountId account, UUID subject, Ground ground, Origin origin, @Nullable UUID request) {
        boolean free = RestrictionRows.lock(em, account, subject).equals("ACTIVE");
        int begun = em.createNativeQuery(
                        "insert into compliance.restriction (id, account_id, subject_id, generation, ground, origin,"
                                + " request_id, restricted_at) select ?3, account_id, id, generation, ?4, ?5,"
                                + " cast(?6 as uuid), ?7 from compliance.subject where account_id = ?1 and id = ?2"
                                + " on conflict do nothing")
                .setParameter(1, account.value())
                .setParameter(2, subject)
                .setParameter(3, UUID.randomUUID())
                .setParameter(4, ground.name())
                .setParameter(5, origin.name())
                .setParameter(6, request == null ? null : request.toString())
                .setParameter(7, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
        if (free) {
            RestrictionRows.become(em, account, subject, "RESTRICTED");
            restricted.fire(new Restricted(account, subject, request));
        }
        return begun > 0;
    }
}
