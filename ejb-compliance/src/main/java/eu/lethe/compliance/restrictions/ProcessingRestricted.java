package eu.lethe.compliance.restrictions;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** The person's data is only stored: whatever else was wanted of it may not be done (Art. 18 GDPR). */
@ApplicationException(rollback = true)
public final class ProcessingRestricted extends Problem {
    public ProcessingRestricted() {
        super(Kind.FORBIDDEN, "processing-restricted", "The processing of this person's data is restricted.");
    }
}
