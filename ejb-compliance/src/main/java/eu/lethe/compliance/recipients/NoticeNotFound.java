package eu.lethe.compliance.recipients;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** No such notice in this account, or none that the token opens. */
@ApplicationException(rollback = true)
public final class NoticeNotFound extends Problem {
    public NoticeNotFound() {
        super(Kind.NOT_FOUND, "notice-not-found", "There is no such notice.");
    }
}
