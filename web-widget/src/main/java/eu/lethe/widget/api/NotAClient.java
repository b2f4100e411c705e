package eu.lethe.widget.api;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** No key, or one that is unknown, revoked or over; which of them is nobody's business. */
@ApplicationException(rollback = true)
final class NotAClient extends Problem {
    NotAClient() {
        super(Kind.UNAUTHENTICATED, "not-a-client", "Send the key of an API client: Authorization: Bearer lethe_….");
    }
}
