package eu.lethe.chat.knowledge;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** The source was removed, or another node has taken its synchronisation over: whoever still works on it must stop. */
@ApplicationException(rollback = true)
public final class RunOver extends Problem {
    RunOver() {
        super(Kind.CONFLICT, "run-over", "The source is being synchronised by somebody else.");
    }
}
