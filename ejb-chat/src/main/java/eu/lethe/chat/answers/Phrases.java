package eu.lethe.chat.answers;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the assistant says and understands without a model, in one language. */
final class Phrases {

    static final List<String> LANGUAGES = List.of("en", "de", "fi", "es", "fr", "sv");

    private static final ResourceBundle.Control ENGLISH_OTHERWISE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final Map<String, Phrases> KNOWN = new ConcurrentHashMap<>();

    private final ResourceBundle bundle;
    private final Map<String, Pattern> patterns = new ConcurrentHashMap<>();

    private Phrases(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    static boolean speaks(String language) {
        return LANGUAGES.contains(Locale.forLanguageTag(language).getLanguage());
    }

    /** In the language of the tag, else in English. */
    static Phrases in(String language) {
        String known = speaks(language) ? Locale.forLanguageTag(language).getLanguage() : "en";
        return KNOWN.computeIfAbsent(known, Phrases::load);
    }

    private static Phrases load(String language) {
        return new Phrases(ResourceBundle.getBundle(
                "eu.lethe.chat.answers.phrases",
                Locale.forLanguageTag(language),
                Phrases.class.getClassLoader(),
                ENGLISH_OTHERWISE));
    }

    /** The sentence, and where to reach a human if the site says so. */
    String withContact(String key, String site, @Nullable String contact) {
        return contact == null || contact.isBlank()
                ? say(key, site) + " " + say(key + ".alone", site)
                : say(key, site) + " " + say("contact", contact);
    }

    String say(String key, String argument) {
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(new Object[] {argument});
    }

    boolean hears(String key, String normalised) {
        return patterns.computeIfAbsent(key, k -> Pattern.compile(bundle.getString("hears." + k)))
                .matcher(normalised)
                .matches();
    }
}
