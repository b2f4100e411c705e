package eu.lethe.chat.sites;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** A site's settings cannot be as they are; the field says which. */
@ApplicationException(rollback = true)
public final class InvalidSite extends Problem {
    InvalidSite(String field, String code, String detail) {
        super(Kind.INVALID, code, detail, field);
    }
}
