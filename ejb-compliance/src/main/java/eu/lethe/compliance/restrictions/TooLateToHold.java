package eu.lethe.compliance.restrictions;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** What was to be held belongs to somebody who is being forgotten: the keys are gone already, so there is nothing to keep. */
@ApplicationException(rollback = true)
public final class TooLateToHold extends Problem {
    TooLateToHold() {
        super(Kind.CONFLICT, "too-late-to-hold", "It is too late for a hold: the person is being erased already.");
    }
}
