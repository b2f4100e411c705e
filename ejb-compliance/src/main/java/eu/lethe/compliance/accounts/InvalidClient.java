package eu.lethe.compliance.accounts;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** A field of an API client was refused; the code says why and the field says where. */
@ApplicationException(rollback = true)
public final class InvalidClient extends Problem {

    /** @param field {@code name}, {@code roles} or {@code days} */
    private InvalidClient(String field, String code, String detail) {
        super(Kind.INVALID, code, detail, field);
    }

    static InvalidClient name() {
        return new InvalidClient("name", "client-name-invalid", "Give the key a name of 1 to 100 characters.");
    }

    static InvalidClient roles() {
        return new InvalidClient("roles", "client-roles-invalid", "A key has at least one role and is never an owner.");
    }

    static InvalidClient days() {
        return new InvalidClient("days", "client-days-invalid", "A key may be used for 1 to 366 days.");
    }
}
