package eu.lethe.widget.recipients;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** No site has this key. */
@ApplicationException(rollback = true)
public final class UnknownSite extends Problem {
    UnknownSite() {
        super(Kind.NOT_FOUND, "unknown-site", "There is no such site.");
    }
}
