package eu.lethe.compliance.kernel;

import jakarta.ejb.ApplicationException;

/** The member is known but holds no role that permits this. */
@ApplicationException(rollback = true)
public final class NotAllowed extends Problem {
    public NotAllowed() {
        super(Kind.FORBIDDEN, "not-allowed", "Your role does not permit this.");
    }
}
