package eu.lethe.compliance.requests;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** The request does not stand where this can be done to it. */
@ApplicationException(rollback = true)
public final class WrongState extends Problem {

    WrongState(RequestState state) {
        super(
                Kind.CONFLICT,
                state.isClosed() ? "request-closed" : "request-state",
                state.isClosed()
                        ? "The request is closed."
                        : "The request does not stand where this can be done to it.");
    }
}
