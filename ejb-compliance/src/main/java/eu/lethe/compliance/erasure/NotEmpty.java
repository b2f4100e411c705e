package eu.lethe.compliance.erasure;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** A store still holds something about the person after everything was deleted from it: looked at again after a pause. */
@ApplicationException(rollback = true)
public final class NotEmpty extends Problem {
    NotEmpty(String store) {
        super(Kind.CONFLICT, "not-empty." + store, "Something about the person is still there.");
    }
}
