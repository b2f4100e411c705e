package eu.lethe.compliance.requests;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** The time for an extension has passed, or it was taken already. */
@ApplicationException(rollback = true)
public final class NotExtensible extends Problem {

    NotExtensible() {
        super(Kind.CONFLICT, "request-not-extensible", "A request is extended once, within its first month.");
    }
}
