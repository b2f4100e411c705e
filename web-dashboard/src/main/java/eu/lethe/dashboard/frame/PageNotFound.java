package eu.lethe.dashboard.frame;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The address names nothing that is there. */
@ApplicationException(rollback = true)
public final class PageNotFound extends Problem {
    public PageNotFound() {
        super(Kind.NOT_FOUND, "not-found", "There is nothing at this address.");
    }

    /** The id an address names; whatever is not one names nothing. */
    public static UUID orId(@Nullable String text) {
        try {
            if (text != null && text.length() == 36) {
                return UUID.fromString(text);
            }
        } catch (IllegalArgumentException noId) {
            throw new PageNotFound();
        }
        throw new PageNotFound();
    }
}
