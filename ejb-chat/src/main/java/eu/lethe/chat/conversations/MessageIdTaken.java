package eu.lethe.chat.conversations;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** Somebody else's message has the id a client chose. */
@ApplicationException(rollback = true)
public final class MessageIdTaken extends Problem {
    public MessageIdTaken() {
        super(Kind.CONFLICT, "message-id-taken", "This message id is in use; choose a new random one.");
    }
}
