package eu.lethe.chat.knowledge;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** The account has no such source. */
@ApplicationException(rollback = true)
public final class SourceNotFound extends Problem {
    SourceNotFound() {
        super(Kind.NOT_FOUND, "source-not-found", "There is no such source.");
    }
}
