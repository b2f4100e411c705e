package eu.lethe.compliance.restrictions;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** A law demands that this is kept. */
@ApplicationException(rollback = true)
public final class Held extends Problem {
    public Held() {
        super(Kind.CONFLICT, "held", "A legal hold keeps this from being deleted.");
    }
}
