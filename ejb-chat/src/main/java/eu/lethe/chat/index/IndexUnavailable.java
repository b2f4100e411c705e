package eu.lethe.chat.index;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** OpenSearch did not answer in time, or refused; nothing stored in PostgreSQL is lost. */
@ApplicationException(rollback = true)
public final class IndexUnavailable extends Problem {
    public IndexUnavailable(Throwable cause) {
        super(Kind.UNAVAILABLE, "index-unavailable", "The search index does not answer right now.");
        initCause(cause);
    }
}
