package eu.lethe.widget.visitors;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** The key of the embed code is wrong, or the site was removed. */
@ApplicationException(rollback = true)
final class UnknownSite extends Problem {
    UnknownSite() {
        super(Kind.NOT_FOUND, "site-not-found", "No site has this key.");
    }
}
