package eu.lethe.dashboard.frame;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** Nobody is signed in (any more), or the member was deactivated while at work. */
@ApplicationException(rollback = true)
public final class SignedOut extends Problem {
    SignedOut() {
        super(Kind.UNAUTHENTICATED, "signed-out", "Sign in first.");
    }
}
