package eu.lethe.compliance.reports;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** What an entity, its fields and their values are called, from the bundle beside the store that holds it. */
final class Titles {

    private final @Nullable ResourceBundle texts;
    private final String entity;

    private Titles(@Nullable ResourceBundle texts, String entity) {
        this.texts = texts;
        this.entity = entity;
    }

    static Titles of(Holding holding, Locale language) {
        var home = holding.home();
        return new Titles(bundle(home, language), holding.entity());
    }

    private static @Nullable ResourceBundle bundle(Class<?> home, Locale language) {
        try {
            return ResourceBundle.getBundle(
                    home.getPackageName() + ".extract",
                    language,
                    home.getClassLoader(),
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        } catch (MissingResourceException forgotten) {
            // Names as they are in the code are better than no report; the system tests do not forgive it.
            return null;
        }
    }

    /** Whether somebody wrote titles for the entity at all. */
    boolean exist() {
        return texts != null && texts.containsKey(entity);
    }

    String all() {
        return get(entity, entity);
    }

    String one() {
        return get(entity + ".one", entity);
    }

    String field(String name) {
        return get(entity + '.' + name, name);
    }

    /** The value itself if it is not one of a few. */
    String value(String field, String value) {
        return get(entity + '.' + field + '.' + value, value);
    }

    /** Whether a person should see the field: links between rows have no title. */
    boolean names(String field) {
        return !exist() || texts != null && texts.containsKey(entity + '.' + field);
    }

    private String get(String key, String otherwise) {
        return texts != null && texts.containsKey(key) ? texts.getString(key) : otherwise;
    }
}
