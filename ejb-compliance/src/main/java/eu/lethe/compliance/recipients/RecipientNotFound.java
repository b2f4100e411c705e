package eu.lethe.compliance.recipients;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** No such recipient in this account. */
@ApplicationException(rollback = true)
public final class RecipientNotFound extends Problem {
    RecipientNotFound() {
        super(Kind.NOT_FOUND, "recipient-not-found", "There is no such recipient.");
    }
}
