package eu.lethe.compliance.recipients;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** What is said about a copy cannot be. */
@ApplicationException(rollback = true)
public final class InvalidDisclosure extends Problem {
    InvalidDisclosure(String field, String detail) {
        super(Kind.INVALID, "disclosure-invalid", detail, field);
    }
}
