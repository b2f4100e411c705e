package eu.lethe.compliance.erasure;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** There is no such erasure in this account, or it is over. */
@ApplicationException(rollback = true)
public final class ErasureNotFound extends Problem {
    ErasureNotFound() {
        super(Kind.NOT_FOUND, "erasure-not-found", "There is no such erasure.");
    }
}
