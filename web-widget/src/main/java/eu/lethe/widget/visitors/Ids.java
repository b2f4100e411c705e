package eu.lethe.widget.visitors;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the ids a request names. */
public final class Ids {

    // UUID.fromString takes "1-1-1-1-1" as well.
    private static final Pattern FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private Ids() {}

    public static UUID of(String name, @Nullable String text) {
        if (text == null || !FORM.matcher(text).matches()) {
            throw new InvalidRequest("invalid-id", "The " + name + " must be a UUID.");
        }
        return UUID.fromString(text);
    }
}
