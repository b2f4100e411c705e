package eu.lethe.widget.api;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** A part of the call is not what the contract says; the field says which. */
@ApplicationException(rollback = true)
final class InvalidCall extends Problem {

    InvalidCall(String field, String detail) {
        super(Kind.INVALID, "invalid-call", detail, field);
    }
}
