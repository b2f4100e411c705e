package eu.lethe.dashboard.frame;

import eu.lethe.compliance.kernel.Problem;
import jakarta.faces.application.ViewExpiredException;
import org.jspecify.annotations.Nullable;

/** Finds what went wrong beneath the wrappings of Faces, expression language and enterprise beans. */
public final class Causes {

    private static final int DEEPEST = 20;

    private Causes() {}

    /** The first refusal or expiry among the causes, else the innermost one. */
    public static Throwable of(Throwable thrown) {
        Throwable last = thrown;
        @Nullable Throwable each = thrown;
        for (int depth = 0; each != null && depth < DEEPEST; depth++) {
            if (each instanceof Problem || each instanceof ViewExpiredException) {
                return each;
            }
            last = each;
            each = each.getCause();
        }
        return last;
    }
}
