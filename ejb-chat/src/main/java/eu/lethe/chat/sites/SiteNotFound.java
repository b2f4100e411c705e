package eu.lethe.chat.sites;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** No such site in this account. */
@ApplicationException(rollback = true)
public final class SiteNotFound extends Problem {
    public SiteNotFound() {
        super(Kind.NOT_FOUND, "site-not-found", "There is no such site.");
    }
}
