package eu.lethe.compliance.retention;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** A period outside what is allowed. */
@ApplicationException(rollback = true)
public final class InvalidPeriod extends Problem {
    public InvalidPeriod() {
        super(
                Kind.INVALID,
                "period-invalid",
                "Personal data is kept for 7 to 720 days; transcripts may also be never stored (0).",
                "days");
    }
}
