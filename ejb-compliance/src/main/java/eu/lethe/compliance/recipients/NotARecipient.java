package eu.lethe.compliance.recipients;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** Nothing may be given to somebody who is not an active recipient of the account. */
@ApplicationException(rollback = true)
public final class NotARecipient extends Problem {
    NotARecipient() {
        super(Kind.CONFLICT, "recipient-not-active", "Only an active recipient may be given anything.");
    }
}
