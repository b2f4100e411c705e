package eu.lethe.compliance.requests;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** The code proves an address, and the request names a visitor who has not left that address: anybody could name one. */
@ApplicationException(rollback = true)
public final class CodeNotEnough extends Problem {

    CodeNotEnough() {
        super(
                Kind.CONFLICT,
                "code-not-enough",
                "The visitor named in the request has not left this address, so a code proves nothing about the visitor.");
    }
}
