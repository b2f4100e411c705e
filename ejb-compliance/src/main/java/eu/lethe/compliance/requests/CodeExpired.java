package eu.lethe.compliance.requests;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** The code is too old, was used, or was guessed at too often. */
@ApplicationException(rollback = true)
public final class CodeExpired extends Problem {

    CodeExpired() {
        super(Kind.GONE, "code-expired", "The code has expired or was used. Ask for a new one.");
    }
}
