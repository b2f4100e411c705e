package eu.lethe.compliance.requests;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** A wrong code, with tries left. */
@ApplicationException(rollback = true)
public final class CodeWrong extends Problem {

    CodeWrong() {
        super(Kind.FORBIDDEN, "code-wrong", "This is not the code that was sent.");
    }
}
