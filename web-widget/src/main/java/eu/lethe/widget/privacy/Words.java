package eu.lethe.widget.privacy;

import eu.lethe.compliance.requests.RequestKind;
import eu.lethe.compliance.restrictions.Ground;
import eu.lethe.widget.visitors.InvalidRequest;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the words that bodies choose from a list. */
final class Words {

    private static final Map<String, Ground> GROUNDS = Map.of(
            "ACCURACY", Ground.ACCURACY_CONTESTED,
            "UNLAWFUL", Ground.UNLAWFUL,
            "CLAIMS", Ground.CLAIMS_OF_PERSON,
            "OBJECTION", Ground.OBJECTION);

    private Words() {}

    static RequestKind kind(@Nullable String text) {
        return Stream.of(RequestKind.values())
                .filter(kind -> kind.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new InvalidRequest("kind-invalid", "There is no such kind of request."));
    }

    static Ground ground(@Nullable String text) {
        return Optional.ofNullable(text)
                .map(GROUNDS::get)
                .orElseThrow(() -> new InvalidRequest("ground-invalid", "There is no such ground for a restriction."));
    }

    static String of(Ground ground) {
        return GROUNDS.entrySet().stream()
                .filter(entry -> entry.getValue() == ground)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    static String language(@Nullable String text) {
        return text == null ? "en" : text;
    }
}
