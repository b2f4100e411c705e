package eu.lethe.compliance.accounts;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** A field of an account was refused; the code says why and the field says where. */
@ApplicationException(rollback = true)
public final class InvalidAccount extends Problem {

    InvalidAccount(String field, String code, String detail) {
        super(Kind.INVALID, code, detail, field);
    }
}
