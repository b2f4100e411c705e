package eu.lethe.compliance.restrictions;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** There is no restriction to lift. */
@ApplicationException(rollback = true)
public final class NotRestricted extends Problem {
    NotRestricted() {
        super(Kind.CONFLICT, "not-restricted", "The processing of this person's data is not restricted.");
    }
}
