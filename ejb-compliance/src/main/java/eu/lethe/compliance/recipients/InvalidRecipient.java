package eu.lethe.compliance.recipients;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** A recipient cannot be as described. */
@ApplicationException(rollback = true)
public final class InvalidRecipient extends Problem {
    InvalidRecipient(String field, String code, String detail) {
        super(Kind.INVALID, code, detail, field);
    }
}
