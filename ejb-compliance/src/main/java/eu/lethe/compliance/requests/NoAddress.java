package eu.lethe.compliance.requests;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** A code is to be sent, but nobody knows where to. */
@ApplicationException(rollback = true)
public final class NoAddress extends Problem {

    NoAddress() {
        super(Kind.CONFLICT, "request-without-address", "The request names no e-mail address a code could be sent to.");
    }
}
