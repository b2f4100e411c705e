package eu.lethe.chat.visitors;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** The visitor's token is not one of ours, has expired, or belongs to another site. */
@ApplicationException(rollback = true)
public final class InvalidToken extends Problem {
    InvalidToken() {
        super(Kind.UNAUTHENTICATED, "invalid-token", "The visitor token is not valid here, or has expired.");
    }
}
