package eu.lethe.server.launcher;

import eu.lethe.server.supervision.Refusal;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Every setting has one key, {@code lethe.db.url}, and three places, the first of which wins: {@code -Dlethe.db.url}, the
 * environment's {@code LETHE_DB_URL}, a line of {@code lethe.properties} in the home folder. The application reads the
 * same keys, so all of them travel to it as environment.
 */
public final class Configuration {

    private static final String PREFIX = "lethe.";
    private static final String ENVIRONMENT_PREFIX = "LETHE_";

    /** By the name of the environment variable, the one spelling all three places can be brought to. */
    private final Map<String, String> values = new TreeMap<>();

    Configuration(Properties system, Map<String, String> environment, Properties file) {
        take(file);
        environment.forEach((name, value) -> {
            if (name.startsWith(ENVIRONMENT_PREFIX)) {
                put(name, value);
            }
        });
        take(system);
    }

    static Configuration of(Path home) {
        return new Configuration(System.getProperties(), System.getenv(), file(home.resolve("lethe.properties")));
    }

    static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    Optional<String> value(String key) {
        return Optional.ofNullable(values.get(variable(key)));
    }

    String value(String key, String otherwise) {
        return value(key).orElse(otherwise);
    }

    /** What the person at the terminal has set; an empty value means unset. */
    Map<String, String> asEnvironment() {
        return Map.copyOf(values);
    }

    private void take(Properties properties) {
        for (String key : properties.stringPropertyNames()) {
            if (key.startsWith(PREFIX)) {
                put(variable(key), properties.getProperty(key));
            }
        }
    }

    private void put(String variable, String value) {
        if (value.isBlank()) {
            values.remove(variable);
        } else {
            values.put(variable, value.strip());
        }
    }

    private static Properties file(Path path) {
        Properties properties = new Properties();
        if (!Files.exists(path)) {
            return properties;
        }
        try (Reader reader = Files.newBufferedReader(path)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new Refusal(path + " cannot be read: " + unreadable.getMessage() + ".", unreadable);
        }
        for (String key : properties.stringPropertyNames()) {
            if (!key.startsWith(PREFIX)) {
                throw new Refusal("In " + path + " the key \"" + key + "\" is not one of Lethe's, which start with \""
                        + PREFIX + "\".");
            }
        }
        return properties;
    }
}
