package eu.lethe;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever a store extracts has a schema for programs and titles for people, in every language (see Extract). */
class ExtractTextsTest {

    private static final String SCHEMA = ".schema.json";

    private final List<Path> schemas = schemas();

    @Test
    void everyModuleIsLookedAt() {
        assertThat(schemas).hasSizeGreaterThanOrEqualTo(8);
    }

    @Test
    void everySchemaNamesEveryFieldAndItself() {
        assertThat(schemas).allSatisfy(file -> {
            var schema = schema(file);
            var item = schema.getJsonObject("items");
            assertThat(schema.getString("$id")).isEqualTo("urn:lethe:export:1:" + entity(file));
            assertThat(item.getBoolean("additionalProperties")).isFalse();
            assertThat(item.getJsonArray("required").stream()
                            .map(value -> value.toString().replace("\"", "")))
                    .containsExactlyInAnyOrderElementsOf(
                            item.getJsonObject("properties").keySet());
        });
    }

    @Test
    void everyEntityHasTitlesInEveryLanguage() {
        assertThat(schemas).allSatisfy(file -> {
            var english = titles(file, "");
            assertThat(english.stringPropertyNames()).contains(entity(file), entity(file) + ".one");
            for (String language : List.of("_de", "_fi")) {
                assertThat(titles(file, language).stringPropertyNames()).isEqualTo(english.stringPropertyNames());
            }
        });
    }

    @Test
    void everyTitleIsOfAFieldThatThereIs() {
        assertThat(schemas).allSatisfy(file -> {
            var fields = schema(file)
                    .getJsonObject("items")
                    .getJsonObject("properties")
                    .keySet();
            assertThat(titles(file, "").stringPropertyNames().stream()
                            .filter(key -> key.startsWith(entity(file) + "."))
                            .map(key -> key.split("\\.")[1])
                            .filter(field -> !field.equals("one")))
                    .allSatisfy(field -> assertThat(fields).contains(field));
        });
    }

    private static String entity(Path schema) {
        return schema.getFileName().toString().replace(SCHEMA, "");
    }

    private static JsonObject schema(Path file) throws IOException {
        try (var in = Files.newInputStream(file);
                var reader = Json.createReader(in)) {
            return reader.readObject();
        }
    }

    private static Properties titles(Path schema, String language) throws IOException {
        var titles = new Properties();
        try (var in = Files.newBufferedReader(schema.resolveSibling("extract" + language + ".properties"))) {
            titles.load(in);
        }
        return titles;
    }

    private static List<Path> schemas() {
        var found = new ArrayList<Path>();
        for (String module : List.of("ejb-compliance", "ejb-chat")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "target", "classes", "eu"))) {
                files.filter(file -> file.toString().endsWith(SCHEMA)).forEach(found::add);
            } catch (IOException broken) {
                throw new AssertionError(broken);
            }
        }
        return found;
    }
}
