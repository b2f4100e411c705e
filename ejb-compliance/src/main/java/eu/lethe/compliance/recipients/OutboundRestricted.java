package eu.lethe.compliance.recipients;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** The person's data may be stored and nothing else (Art. 18(2) GDPR). */
@ApplicationException(rollback = true)
public final class OutboundRestricted extends Problem {
    OutboundRestricted() {
        super(Kind.CONFLICT, "subject-restricted", "This person's data are restricted and may not be passed on.");
    }
}
