package eu.lethe.compliance.restrictions;

import eu.lethe.compliance.audit.AuditAction;
import eu.lethe.compliance.audit.AuditLog;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.PersonalData;
import eu.lethe.compliance.kernel.PersonalData.Category;
import eu.lethe.compliance.kernel.PersonalData.Purpose;
import eu.lethe.compliance.kernel.Role;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.persistence.Columns;
import eu.lethe.compliance.persistence.UuidArray;
import eu.lethe.compliance.subjects.SubjectGone;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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

    /** @param liftedAt null as long as it lasts */
    public record Restriction(
            @PersonalData(category = Category.IDENTIFIER, purpose = Purpose.ADMINISTRATION)
            UUID subject,

            @PersonalData(category = Category.BEHAVIOUR, purpose = Purpose.ADMINISTRATION)
            Ground ground,

            @PersonalData(category = Category.BEHAVIOUR, purpose = Purpose.ADMINISTRATION)
            Instant since,

            @PersonalData(category = Category.BEHAVIOUR, purpose = Purpose.ADMINISTRATION) @Nullable
            Instant liftedAt) {}

    @PersistenceContext
    EntityManager em;

    @Inject
    AuditLog audit;

    @Inject
    Event<Restricted> restricted;

    @Inject
    Event<RestrictionLifted> lifted;

    @Inject
    Clock clock;

    /**
     * Restricts at the person's own wish; one who is restricted stays so, under the first ground.
     *
     * @throws SubjectGone if the person was erased or is being erased (410)
     */
    public void restrict(Subject subject, Ground ground) {
        if (begin(subject.account(), subject.id(), ground)) {
            audit.recordOwn(subject.account(), AuditAction.SUBJECT_RESTRICTED, subject.id());
        }
    }

    /** Restricts for a member. @throws SubjectGone if the person was erased or is being erased (410) */
    public void restrict(Caller caller, UUID subject, Ground ground) {
        caller.mustBeAny(Role.ADMIN, Role.DPO);
        if (begin(caller.account(), subject, ground)) {
            audit.record(caller, AuditAction.SUBJECT_RESTRICTED, subject);
        }
    }

    /** Ends it at the wish of the person, who asked for it. */
    public void lift(Subject subject) {
        if (end(subject.account(), subject.id())) {
            audit.recordOwn(subject.account(), AuditAction.RESTRICTION_LIFTED, subject.id());
        }
    }

    /** Ends it for a member, who has told the person before (Art. 18(3) GDPR). */
    public void lift(Caller caller, UUID subject) {
        caller.mustBeAny(Role.ADMIN, Role.DPO);
        if (end(caller.account(), subject)) {
            audit.record(caller, AuditAction.RESTRICTION_LIFTED, subject);
        }
    }

    /** On what ground the person's data is restricted now; empty if it is not. */
    public Optional<Ground> groundOf(Subject subject) {
        List<?> grounds = about(
                        subject.account(),
                        subject.id(),
                        "select ground from compliance.restriction where account_id = ?1 and subject_id = ?2"
                                + " and lifted_at is null")
                .getResultList();
        return grounds.stream().findFirst().map(ground -> Ground.valueOf((String) ground));
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
        List<?> rows = em.createNativeQuery(
                        "select subject_id, ground, restricted_at, lifted_at from compliance.restriction"
                                + " where account_id = ?1 order by restricted_at desc, id limit 500")
                .setParameter(1, caller.account().value())
                .getResultList();
        return rows.stream().map(row -> restriction((Object[]) row)).toList();
    }

    private boolean begin(AccountId account, UUID subject, Ground ground) {
        if (isAlready("RESTRICTED", account, subject)) {
            return false;
        }
        about(account, subject, "update compliance.subject set state = 'RESTRICTED' where account_id = ?1 and id = ?2")
                .executeUpdate();
        about(
                        account,
                        subject,
                        "insert into compliance.restriction (id, account_id, subject_id, generation, ground, restricted_at)"
                                + " select ?3, account_id, id, generation, ?4, ?5 from compliance.subject"
                                + " where account_id = ?1 and id = ?2")
                .setParameter(3, UUID.randomUUID())
                .setParameter(4, ground.name())
                .setParameter(5, now())
                .executeUpdate();
        restricted.fire(new Restricted(account, subject));
        return true;
    }

    private boolean end(AccountId account, UUID subject) {
        if (isAlready("ACTIVE", account, subject)) {
            return false;
        }
        about(account, subject, "update compliance.subject set state = 'ACTIVE' where account_id = ?1 and id = ?2")
                .executeUpdate();
        about(
                        account,
                        subject,
                        "update compliance.restriction set lifted_at = ?3 where account_id = ?1 and subject_id = ?2"
                                + " and lifted_at is null")
                .setParameter(3, now())
                .executeUpdate();
        lifted.fire(new RestrictionLifted(account, subject));
        return true;
    }

    // Waits for every writer that holds the person, as an erasure does.
    private boolean isAlready(String state, AccountId account, UUID subject) {
        List<?> rows = about(
                        account,
                        subject,
                        "select state from compliance.subject where account_id = ?1 and id = ?2"
                                + " and state in ('ACTIVE', 'RESTRICTED') for update")
                .getResultList();
        if (rows.isEmpty()) {
            throw new SubjectGone();
        }
        return state.equals(rows.get(0));
    }

    private Query about(AccountId account, UUID subject, String sql) {
        return em.createNativeQuery(sql).setParameter(1, account.value()).setParameter(2, subject);
    }

    private static Restriction restriction(Object[] row) {
        return new Restriction(
                (UUID) row[0],
                Ground.valueOf((String) row[1]),
                Columns.instant(row[2]),
                row[3] == null ? null : Columns.instant(row[3]));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
