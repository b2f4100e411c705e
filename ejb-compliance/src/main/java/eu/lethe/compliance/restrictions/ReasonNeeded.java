package eu.lethe.compliance.restrictions;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** The processing of the person's data is restricted: reading it needs one of the reasons of Art. 18(2) GDPR. */
@ApplicationException(rollback = true)
public final class ReasonNeeded extends Problem {
    public ReasonNeeded() {
        super(
                Kind.FORBIDDEN,
                "reason-needed",
                "The processing of this person's data is restricted: say why you read it.",
                "reason");
    }
}
