package eu.lethe.compliance.recipients;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** What was promised about a recipient cannot be changed behind people's backs. */
@ApplicationException(rollback = true)
public final class RecipientFixed extends Problem {
    RecipientFixed(String detail) {
        super(Kind.CONFLICT, "recipient-fixed", detail);
    }
}
