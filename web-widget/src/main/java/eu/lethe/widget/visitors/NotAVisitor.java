package eu.lethe.widget.visitors;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** Nobody in particular asks for something that belongs to one visitor. */
@ApplicationException(rollback = true)
public final class NotAVisitor extends Problem {
    public NotAVisitor() {
        super(Kind.UNAUTHENTICATED, "not-a-visitor", "Send the visitor token as Authorization: Bearer.");
    }
}
