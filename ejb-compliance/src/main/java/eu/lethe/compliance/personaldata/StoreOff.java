package eu.lethe.compliance.personaldata;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** The account has turned off the store that this would have been written to. */
@ApplicationException(rollback = true)
public final class StoreOff extends Problem {
    public StoreOff(String store) {
        super(Kind.CONFLICT, "store-off", "The store '" + store + "' is turned off for this account.", store);
    }
}
