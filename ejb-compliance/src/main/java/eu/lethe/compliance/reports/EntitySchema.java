package eu.lethe.compliance.reports;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.annotation.JsonbProperty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of an entity look like: the JSON Schema that stands beside its store, and the hints in it by which reports show
 * rows as a person would like to read them.
 *
 * @param text the schema as it goes into an export
 * @param heading the field that tells rows apart, each of which is then a card of its own
 */
public record EntitySchema(
        String text,
        Map<String, Field> fields,
        @Nullable String heading,
        @Nullable PartOf partOf,
        @Nullable Speech speech) {

    private static final String ANYTHING = """
            {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "array", "items": {"type": "object"}}
            """;
    private static final Jsonb JSON = JsonbBuilder.create();

    /** @param field of this entity that holds the other row's id */
    public record PartOf(String entity, String field) {}

    /** Rows are something said. @param own what the speaker field holds when the person spoke */
    public record Speech(String speaker, String text, String at, String own) {}

    /**
     * @param format date-time, date, uuid or uri
     * @param as language or country: a code that has a name; codes: several with commas between them
     * @param usual values that need no mention where space is short
     */
    public record Field(
            @Nullable String format,
            @Nullable Double maximum,
            @JsonbProperty("x-as") @Nullable String as,
            @JsonbProperty("x-usual") @Nullable List<Object> usual) {

        static final Field PLAIN = new Field(null, null, null, null);

        boolean is(String wanted) {
            return wanted.equals(format) || wanted.equals(as);
        }

        boolean isShare() {
            return maximum != null && maximum == 1;
        }

        boolean isUsual(Object value) {
            return usual != null && usual.contains(value);
        }
    }

    /** How the fields are listed in the file. */
    public record Items(LinkedHashMap<String, Field> properties) {}

    /** The parts of the file that matter here. */
    public record File(
            Items items,
            @JsonbProperty("x-heading") @Nullable String heading,
            @JsonbProperty("x-part-of") @Nullable PartOf partOf,
            @JsonbProperty("x-speech") @Nullable Speech speech) {}

    /** @param home a class of the package that holds the store */
    static EntitySchema of(String entity, Class<?> home) {
        try (var in = home.getResourceAsStream(entity + ".schema.json")) {
            if (in == null) {
                // Somebody's data must not stay unseen because a developer forgot a file; the system tests do not
                // forgive it.
                return new EntitySchema(ANYTHING, new LinkedHashMap<>(), null, null, null);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            var file = JSON.fromJson(text, File.class);
            return new EntitySchema(text, file.items().properties(), file.heading(), file.partOf(), file.speech());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Field field(String name) {
        return fields.getOrDefault(name, Field.PLAIN);
    }
}
