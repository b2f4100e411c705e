package eu.lethe.chat.index;

import java.util.Locale;
import java.util.Set;

/** The languages whose words the index knows how to reduce to stems; each is a dynamic template of {@code passages.json}. */
final class Analyzed {
    private static final String OTHER = "other";
    private static final Set<String> LANGUAGES = Set.of(
            "ar", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "es", "et", "eu", "fa", "fi", "fr", "ga", "gl", "hi",
            "hu", "hy", "id", "it", "ja", "ko", "lt", "lv", "nl", "no", "pt", "ro", "ru", "sv", "th", "tr", "zh");

    private Analyzed() {}

    /** The name of the field that holds a text of this language (BCP 47). */
    static String field(String language) {
        String primary = language.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        if (primary.equals("nb") || primary.equals("nn")) {
            return "no";
        }
        return LANGUAGES.contains(primary) ? primary : OTHER;
    }
}
