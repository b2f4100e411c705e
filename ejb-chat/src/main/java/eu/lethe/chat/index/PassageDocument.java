package eu.lethe.chat.index;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passage as JSON in the index. Title, heading and text are keyed by the language whose analyzer reads them, so that a text is
 * stemmed once and not in thirty languages. The vector is written but never read back. Public for JSON-B.
 */
public record PassageDocument(
        UUID account,
        UUID site,
        UUID source,
        UUID document,
        int ordinal,
        String language,
        Map<String, String> title,
        Map<String, String> heading,
        Map<String, String> text,
        String location,
        float @Nullable [] vector) {

    /** What a document weighs as JSON beside its texts, and one number of its vector. */
    private static final int FRAME = 600;

    private static final int NUMBER = 14;

    static PassageDocument of(IndexedPassage passage) {
        String field = Analyzed.field(passage.language());
        return new PassageDocument(
                passage.account().value(),
                passage.site(),
                passage.source(),
                passage.document(),
                passage.ordinal(),
                passage.language(),
                Map.of(field, passage.title()),
                Map.of(field, passage.heading()),
                Map.of(field, passage.text()),
                passage.location(),
                passage.vector());
    }

    /** An upper estimate of its bytes in a bulk request. */
    static int weight(IndexedPassage passage) {
        int characters = passage.text().length()
                + passage.title().length()
                + passage.heading().length()
                + passage.location().length();
        return FRAME + NUMBER * passage.vector().length + 3 * characters;
    }

    Match match(UUID id, double score) {
        return new Match(
                id, source, document, ordinal, language, only(title), only(heading), only(text), location, score);
    }

    private static String only(Map<String, String> texts) {
        return texts.isEmpty() ? "" : texts.values().iterator().next();
    }
}
