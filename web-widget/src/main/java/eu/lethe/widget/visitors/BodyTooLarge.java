package eu.lethe.widget.visitors;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** More was sent than a message can be. */
@ApplicationException(rollback = true)
final class BodyTooLarge extends Problem {
    BodyTooLarge() {
        super(Kind.TOO_LARGE, "body-too-large", "The request body may hold at most 16 KB.");
    }
}
