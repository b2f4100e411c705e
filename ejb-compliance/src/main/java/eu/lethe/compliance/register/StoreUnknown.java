package eu.lethe.compliance.register;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** No store of this name. */
@ApplicationException(rollback = true)
public final class StoreUnknown extends Problem {
    public StoreUnknown() {
        super(Kind.NOT_FOUND, "store-unknown", "There is no such store.");
    }
}
