package eu.lethe.compliance.subjects;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.Subject;
import jakarta.ejb.Stateless;
import java.util.Optional;
import java.util.UUID;

/** The people an account holds data about. */
@Stateless
public class Subjects {

    /** A new person, active, with a key. Row and key are committed in a transaction of their own before this returns. */
    public Subject create(AccountId account) {
        throw new IllegalStateException("owner builds this");
    }

    /**
     * Holds the subject against erasure until the caller's transaction ends ({@code for share}); every writer calls it first.
     *
     * @throws SubjectGone if the person was erased or is being erased (410)
     */
    public void hold(Subject subject) {
        throw new IllegalStateException("owner builds this");
    }

    /** The subject in its current generation, if it is active. */
    public Optional<Subject> find(AccountId account, UUID id) {
        throw new IllegalStateException("owner builds this");
    }

    /** Forgets the person: every PersonalDataStore erases, the row goes, the keys are shredded; one XA transaction. */
    public void forget(Caller caller, UUID id) {
        throw new IllegalStateException("owner builds this");
    }
}
