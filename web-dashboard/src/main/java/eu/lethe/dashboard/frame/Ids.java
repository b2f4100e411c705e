package eu.lethe.dashboard.frame;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ids as people type or paste them. */
public final class Ids {

    private static final int LENGTH = 36;

    private Ids() {}

    public static Optional<UUID> of(@Nullable String text) {
        try {
            String id = text == null ? "" : text.strip();
            return id.length() == LENGTH ? Optional.of(UUID.fromString(id)) : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** One on each line or with commas between; empty if one of them is no id. */
    public static Set<UUID> all(@Nullable String text) {
        var ids = new LinkedHashSet<UUID>();
        for (String each : (text == null ? "" : text.strip()).split("[\\s,;]+")) {
            Optional<UUID> id = of(each);
            if (id.isEmpty()) {
                return Set.of();
            }
            ids.add(id.get());
        }
        return ids;
    }
}
