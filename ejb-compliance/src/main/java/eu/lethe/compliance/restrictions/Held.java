package eu.lethe.compliance.restrictions;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** A law demands that this is kept. */
@ApplicationException(rollback = true)
public final class Held extends Problem {
    private final String law;

    public Held(String law) {
        super(Kind.CONFLICT, "held", "A legal hold keeps this from being deleted: " + law + ".");
        this.law = law;
    }

    /** The law, such as "§ 257 HGB". */
    public String law() {
        return law;
    }
}
