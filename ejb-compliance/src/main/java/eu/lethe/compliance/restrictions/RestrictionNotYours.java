package eu.lethe.compliance.restrictions;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** A person lifts what the person asked for; what came with an objection or from the company ends with a decision. */
@ApplicationException(rollback = true)
public final class RestrictionNotYours extends Problem {
    RestrictionNotYours() {
        super(
                Kind.CONFLICT,
                "restriction-not-yours",
                "This restriction came with an objection or from the company: only the company can lift it.");
    }
}
