package eu.lethe.widget.visitors;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** The id of the message is in use by another visitor, or this very message is being heard right now. */
@ApplicationException(rollback = true)
final class MessageTaken extends Problem {
    MessageTaken() {
        super(Kind.CONFLICT, "message-id-taken", "This message id is in use; choose a new random one.");
    }
}
