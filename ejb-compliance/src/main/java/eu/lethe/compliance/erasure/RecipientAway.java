package eu.lethe.compliance.erasure;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** A recipient could not be told yet. */
@ApplicationException(rollback = true)
public final class RecipientAway extends Problem {
    RecipientAway() {
        super(Kind.UNAVAILABLE, "recipient-away", "A recipient could not be told yet.");
    }
}
