package eu.lethe.compliance.erasure;

import eu.lethe.compliance.audit.AuditAction;
import eu.lethe.compliance.audit.AuditLog;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.Role;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.persistence.FencedRows;
import eu.lethe.compliance.personaldata.PersonalDataStore;
import eu.lethe.compliance.personaldata.PersonalDataStore.People;
import eu.lethe.compliance.personaldata.Typed;
import eu.lethe.compliance.recipients.ErasureNotices;
import eu.lethe.compliance.restrictions.KeptByLaw;
import eu.lethe.compliance.restrictions.ProcessingRestricted;
import eu.lethe.compliance.subjects.SubjectGone;
import eu.lethe.compliance.subjects.Subjects;
import eu.lethe.compliance.subjects.Subjects.Locked;
import eu.lethe.compliance.tombstones.Tombstone;
import eu.lethe.compliance.tombstones.Tombstones;
import eu.lethe.compliance.vault.ErasureKeys;
import eu.lethe.compliance.vault.SubjectKey;
import eu.lethe.compliance.vault.Vault;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Forgets people. {@link #erase} is the fence: when its transaction commits, in both databases or in neither, the keys are gone,
 * nobody can read or write anything about the person, and what is left to do is written down, store by store.
 */
@Stateless
@Interceptors(AccountScope.class)
public class Erasures {

    static final String WORDS = "erasure.words";

    @PersistenceContext
    EntityManager em;

    @Inject
    Subjects subjects;

    @Inject
    Vault vault;

    @Inject
    Tombstones tombstones;

    @Inject
    NewErasures erasures;

    @Inject
    ErasureNotices notices;

    @Inject
    CommitDrill commitDrill;

    @Inject
    @Any
    Instance<PersonalDataStore> stores;

    @Inject
    Event<Fenced> fenced;

    @Inject
    KeptByLaw laws;

    @Inject
    AuditLog audit;

    /**
     * Forgets the person at their own wish or for the application itself.
     *
     * @param request the subject request it answers
     * @throws SubjectGone if the person was erased, is being erased or has another generation (410)
     * @throws ProcessingRestricted if the cause is not the person's own, and their data may only be stored (403)
     */
    public Receipt erase(Subject subject, Cause cause, @Nullable UUID request) {
        Subject locked = lock(subject.account(), subject.id(), cause).subject();
        if (!locked.equals(subject)) {
            throw new SubjectGone();
        }
        return ownFence(locked, cause, request);
    }

    /**
     * Forgets the person for a member.
     *
     * @throws SubjectGone if the person was erased or is being erased (410)
     * @throws ProcessingRestricted if the person's data may only be stored (403)
     */
    public Receipt erase(Caller caller, UUID subject, Cause cause) {
        caller.mustBeAny(Role.ADMIN, Role.DPO);
        Subject locked = lock(caller.account(), subject, cause).subject();
        Receipt receipt = fence(locked, cause, null);
        audit.record(caller, AuditAction.SUBJECT_FORGOTTEN, subject);
        return receipt;
    }

    /**
     * Forgets the person at the end of a retention period, if it is over still: since somebody looked they may have written, or asked
     * to have their data restricted.
     *
     * @return whether they are
     * @throws SubjectGone if the person was erased, is being erased or has another generation (410)
     */
    public boolean eraseExpired(Subject subject, Instant before) {
        Locked locked = subjects.lock(subject.account(), subject.id());
        if (!locked.subject().equals(subject)) {
            throw new SubjectGone();
        }
        if (locked.isRestricted() || !locked.lastSubmission().isBefore(before)) {
            return false;
        }
        ownFence(subject, Cause.RETENTION, null);
        return true;
    }

    /** Forgets somebody who came back with a restored backup, in whichever generation. @throws SubjectGone (410) */
    public void eraseAgain(AccountId account, UUID person) {
        ownFence(lock(account, person, Cause.RESTORED).subject(), Cause.RESTORED, null);
    }

    private Locked lock(AccountId account, UUID person, Cause cause) {
        Locked locked = subjects.lock(account, person);
        if (locked.isRestricted() && !cause.endsRestriction()) {
            throw new ProcessingRestricted();
        }
        return locked;
    }

    private Receipt ownFence(Subject subject, Cause cause, @Nullable UUID request) {
        Receipt receipt = fence(subject, cause, request);
        audit.recordOwn(subject.account(), AuditAction.SUBJECT_FORGOTTEN, subject.id());
        return receipt;
    }

    private Receipt fence(Subject subject, Cause cause, @Nullable UUID request) {
        AccountId account = subject.account();
        UUID id = subject.id();
        commitDrill.join(CommitDrill.COMMITTING);
        FencedRows.show(em);
        subjects.fence(subject);
        CommitDrill.BETWEEN.forEach(commitDrill::join);
        SubjectKey own = vault.keyOf(subject);
        var begun = erasures.ofPerson(subject, cause, request, wordsOf(subject));
        UUID job = begun.receipt().job();
        List<Kept> kept = keptOf(subject);
        if (!kept.isEmpty()) {
            SubjectKey hold = vault.addKey(ErasureKeys.ofHold(account, job));
            stores.forEach(store -> store.reseal(subject, own, hold));
        }
        notices.prepare(subject, job, begun.jobKey());
        tombstones.add(account, Tombstone.Kind.SUBJECT, id, job);
        vault.shred(List.of(id));
        FencedRows.hide(em);
        fenced.fire(new Fenced(account, id, null));
        commitDrill.join(CommitDrill.PREPARING);
        return begun.receipt().keeping(kept);
    }

    private Words wordsOf(Subject subject) {
        var names = new LinkedHashSet<String>();
        var identifiers = new LinkedHashSet<String>();
        var phrases = new LinkedHashSet<String>();
        for (PersonalDataStore store : stores) {
            if (store.people() == People.VISITORS) {
                names.addAll(store.recognisable(subject));
                Typed typed = store.typed(subject);
                identifiers.addAll(typed.identifiers());
                phrases.addAll(typed.phrases());
            }
        }
        return Words.of(names, identifiers, phrases);
    }

    private List<Kept> keptOf(Subject subject) {
        return laws.of(subject.account(), subject.id()).stream()
                .map(law -> new Kept(law.law(), law.until()))
                .toList();
    }
}
