package eu.lethe.compliance.vault;

import eu.lethe.compliance.kernel.Subject;
import jakarta.ejb.Stateless;

/** Makes, lends and shreds subjects' data keys. */
@Stateless
public class Vault {

    /** The subject's key; a key that does not exist opens everything as {@link SubjectKey#ERASED} and refuses to seal. */
    public SubjectKey keyOf(Subject subject) {
        throw new IllegalStateException("owner builds this");
    }

    /** Makes the key of a new subject or generation. */
    public SubjectKey makeKey(Subject subject) {
        throw new IllegalStateException("owner builds this");
    }

    /** Destroys every key of the subject, in the caller's transaction. */
    public void shred(Subject subject) {
        throw new IllegalStateException("owner builds this");
    }
}
