package eu.lethe.widget.api;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** Erased, of another account, or never there: the answer is the same. */
@ApplicationException(rollback = true)
final class NobodyHere extends Problem {
    NobodyHere() {
        super(Kind.NOT_FOUND, "subject-not-found", "This account knows no such person.");
    }
}
