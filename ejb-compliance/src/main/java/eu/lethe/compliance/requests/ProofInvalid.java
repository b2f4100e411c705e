package eu.lethe.compliance.requests;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** A proof of identity that is not ours, not for this request, or too old. */
@ApplicationException(rollback = true)
public final class ProofInvalid extends Problem {

    ProofInvalid() {
        super(Kind.UNAUTHENTICATED, "proof-invalid", "The proof of identity is not valid here, or its time is over.");
    }
}
