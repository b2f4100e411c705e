package eu.lethe.compliance.reports;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** Others wait for their report as well; the HTML form needs no waiting. */
@ApplicationException(rollback = true)
public final class TooManyReports extends Problem {
    TooManyReports() {
        super(Kind.TOO_MANY, "too-many-reports", "Too many PDF reports are being made. Try again in a minute.");
    }
}
