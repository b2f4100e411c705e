package eu.lethe.compliance.accounts;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** The account has no such API client. */
@ApplicationException(rollback = true)
public final class ClientUnknown extends Problem {
    ClientUnknown() {
        super(Kind.NOT_FOUND, "client-not-found", "This account has no such key.");
    }
}
