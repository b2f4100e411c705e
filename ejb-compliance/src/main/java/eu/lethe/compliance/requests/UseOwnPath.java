package eu.lethe.compliance.requests;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** Erasure and restriction are not filed but done. */
@ApplicationException(rollback = true)
public final class UseOwnPath extends Problem {

    UseOwnPath() {
        super(Kind.CONFLICT, "use-own-path", "This right has a path of its own.");
    }
}
