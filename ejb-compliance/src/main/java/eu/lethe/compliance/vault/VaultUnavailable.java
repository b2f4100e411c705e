package eu.lethe.compliance.vault;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** Nothing can be sealed or opened now: the key store or the vault's database is missing. The log and the health check say which. */
@ApplicationException(rollback = true)
public final class VaultUnavailable extends Problem {

    private final String reason;

    /** @param reason for the operator: names files and databases, so it goes to the log and never into a response */
    VaultUnavailable(String reason) {
        super(
                Kind.UNAVAILABLE,
                "vault-unavailable",
                "Texts cannot be sealed or opened at the moment. Try again later.");
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
