package eu.lethe.chat.answers;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** More questions wait than can be looked up in good time; better said at once than after a minute. */
@ApplicationException(rollback = true)
public final class AssistantBusy extends Problem {
    public AssistantBusy() {
        super(
                Kind.UNAVAILABLE,
                "assistant-busy",
                "Too many questions are being answered at once. Try again in a moment.");
    }
}
