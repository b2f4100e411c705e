package eu.lethe.compliance.reports;

import eu.lethe.compliance.accounts.Accounts;
import eu.lethe.compliance.audit.AuditAction;
import eu.lethe.compliance.audit.AuditLog;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.Role;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.restrictions.KeptByLaw;
import eu.lethe.compliance.subjects.Standings;
import eu.lethe.compliance.subjects.SubjectGone;
import eu.lethe.compliance.subjects.Subjects;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what reports and exports are made from, in one transaction that keeps the person from being erased meanwhile. Laying
 * out takes longer and holds nobody up; so whoever has done it asks again whether the person is still there.
 */
@Stateless
@Interceptors(AccountScope.class)
public class Dossiers {

    @Inject
    Subjects subjects;

    @Inject
    Standings standings;

    @Inject
    Accounts accounts;

    @Inject
    Holdings holdings;

    @Inject
    Circumstances circumstances;

    @Inject
    KeptByLaw laws;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /**
     * For the person.
     *
     * @param provedBy the subject request for which an address of the person was proved, or null
     * @throws SubjectGone (410)
     */
    public Dossier of(Subject subject, @Nullable UUID provedBy, AuditAction action) {
        subjects.hold(subject);
        audit.recordOwn(subject.account(), action, subject.id());
        return gathered(subject, provedBy);
    }

    /** For a member; the audit log keeps who asked. @throws SubjectGone (410) */
    public Dossier of(Caller caller, UUID id, AuditAction action) {
        caller.mustBeAny(Role.ADMIN, Role.DPO);
        Subject subject =
                standings.of(caller.account(), id).orElseThrow(SubjectGone::new).subject();
        subjects.hold(subject);
        audit.record(caller, action, id);
        return gathered(subject, null);
    }

    /** @throws SubjectGone (410) if the person went while the report was made */
    public void mustStillBeThere(Subject subject) {
        subjects.hold(subject);
    }

    private Dossier gathered(Subject subject, @Nullable UUID provedBy) {
        var standing = standings.of(subject.account(), subject.id()).orElseThrow(SubjectGone::new);
        return new Dossier(
                accounts.name(subject.account()),
                clock.instant(),
                standing,
                holdings.inDatabase(subject, provedBy),
                circumstances.keepings(subject.account()),
                laws.of(subject.account(), subject.id()),
                circumstances.receivers(subject));
    }
}
