package eu.lethe.compliance.retention;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** A period for a process or a store that there is not. */
@ApplicationException(rollback = true)
public final class InvalidPolicy extends Problem {

    private InvalidPolicy(String code, String detail, String field) {
        super(Kind.INVALID, code, detail, field);
    }

    static InvalidPolicy process() {
        return new InvalidPolicy("process-unknown", "There is no such process.", "process");
    }

    static InvalidPolicy store() {
        return new InvalidPolicy("store-unknown", "This process has no such store.", "store");
    }
}
