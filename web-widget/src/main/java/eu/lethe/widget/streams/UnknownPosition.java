package eu.lethe.widget.streams;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** The Last-Event-ID is not one of this answer's. */
@ApplicationException(rollback = true)
public final class UnknownPosition extends Problem {
    UnknownPosition() {
        super(Kind.INVALID, "unknown-position", "Last-Event-ID is not the id of an event of this answer.");
    }
}
