package eu.lethe.compliance.restrictions;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** No such hold in this account. */
@ApplicationException(rollback = true)
public final class HoldNotFound extends Problem {
    HoldNotFound() {
        super(Kind.NOT_FOUND, "hold-not-found", "There is no such legal hold.");
    }
}
