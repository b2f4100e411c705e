package eu.lethe.chat.conversations;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** No such message in this account, or not this visitor's. */
@ApplicationException(rollback = true)
public final class MessageNotFound extends Problem {
    public MessageNotFound() {
        super(Kind.NOT_FOUND, "message-not-found", "There is no such message.");
    }
}
