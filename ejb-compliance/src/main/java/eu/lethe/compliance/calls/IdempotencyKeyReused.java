package eu.lethe.compliance.calls;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** The key stands for another request already. */
@ApplicationException(rollback = true)
public final class IdempotencyKeyReused extends Problem {
    IdempotencyKeyReused() {
        super(
                Kind.CONFLICT,
                "idempotency-key-reused",
                "This Idempotency-Key was used for another request.",
                "Idempotency-Key");
    }
}
