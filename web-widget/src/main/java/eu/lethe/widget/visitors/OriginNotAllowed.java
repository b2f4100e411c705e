package eu.lethe.widget.visitors;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** A page of another origin asks; whoever runs the site has to add the origin first. */
@ApplicationException(rollback = true)
final class OriginNotAllowed extends Problem {
    OriginNotAllowed() {
        super(Kind.FORBIDDEN, "origin-not-allowed", "This page's origin is not among the site's allowed origins.");
    }
}
