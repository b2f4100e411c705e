package eu.lethe.compliance.erasure;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** Another worker has taken the erasure over: this one writes nothing more. */
@ApplicationException(rollback = true)
public final class StaleLease extends Problem {
    StaleLease() {
        super(Kind.CONFLICT, "stale-lease", "Another worker has taken this erasure over.");
    }
}
