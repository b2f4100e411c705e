package eu.lethe.compliance.vault;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** The subject has no key, so nothing can be sealed for them: they were erased. */
@ApplicationException(rollback = true)
public final class KeyMissing extends Problem {
    KeyMissing() {
        super(Kind.GONE, "subject-gone", "The data of this person was erased.");
    }
}
