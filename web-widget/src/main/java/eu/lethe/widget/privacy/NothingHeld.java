package eu.lethe.widget.privacy;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** There is nobody under the proved address to make a file about, or no longer. */
@ApplicationException(rollback = true)
final class NothingHeld extends Problem {

    NothingHeld() {
        super(Kind.NOT_FOUND, "nothing-held", "Nothing is held about this person.");
    }
}
