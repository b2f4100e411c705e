package eu.lethe.compliance.requests;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** The ground for a refusal does not fit what was asked. */
@ApplicationException(rollback = true)
public final class WrongGround extends Problem {

    WrongGround() {
        super(Kind.INVALID, "refusal-ground-wrong", "The law does not name this ground for such a request.");
    }
}
