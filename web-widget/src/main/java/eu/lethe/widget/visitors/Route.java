package eu.lethe.widget.visitors;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a request under {@code /visitor} goes: a site's key and what follows it. */
record Route(String key, List<String> rest) {

    static Route of(@Nullable String path) {
        var parts = List.of((path == null ? "" : path).split("/", -1));
        if (parts.size() < 3 || !parts.get(1).equals("sites") || parts.get(2).isEmpty()) {
            throw new InvalidRequest("not-a-site", "The path must be /visitor/sites/{key}.");
        }
        return new Route(parts.get(2), parts.subList(3, parts.size()));
    }

    boolean isMessages() {
        return rest.equals(List.of("messages"));
    }

    boolean isAnswer() {
        return rest.size() == 2 && rest.get(0).equals("answers");
    }

    UUID id() {
        return Ids.of("answer", rest.get(1));
    }
}
