package eu.lethe.chat.conversations;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** No such conversation in this account, or not this visitor's. */
@ApplicationException(rollback = true)
public final class ConversationNotFound extends Problem {
    public ConversationNotFound() {
        super(Kind.NOT_FOUND, "conversation-not-found", "There is no such conversation.");
    }
}
