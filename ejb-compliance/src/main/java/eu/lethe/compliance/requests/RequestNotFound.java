package eu.lethe.compliance.requests;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** No such request in this account, or not this person's. */
@ApplicationException(rollback = true)
public final class RequestNotFound extends Problem {

    RequestNotFound() {
        super(Kind.NOT_FOUND, "request-not-found", "There is no such request.");
    }
}
