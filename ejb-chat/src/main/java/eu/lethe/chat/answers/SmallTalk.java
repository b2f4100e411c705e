package eu.lethe.chat.answers;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What visitors say that is no question about the company: a greeting, thanks, "are you human?", "I want a human". */
final class SmallTalk {

    enum Kind {
        GREETING,
        THANKS,
        FAREWELL,
        AI,
        HUMAN;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    record Heard(Kind kind, String language) {}

    private static final int LONGEST = 80;

    private SmallTalk() {}

    /** @param hint the language of the page; others are understood too */
    static Optional<Heard> in(String text, String hint) {
        String said = normalised(text);
        if (said.isEmpty() || said.length() > LONGEST) {
            return Optional.empty();
        }
        for (String language : languages(hint)) {
            Phrases phrases = Phrases.in(language);
            for (Kind kind : Kind.values()) {
                if (phrases.hears(kind.key(), said)) {
                    return Optional.of(new Heard(kind, language));
                }
            }
        }
        return Optional.empty();
    }

    /** Lower case, words only: what is left of "Hi!! 👋" is "hi". */
    static String normalised(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[’'´`]", "")
                .replaceAll("[^\\p{L}\\p{N}\\p{M}]+", " ")
                .strip();
    }

    private static List<String> languages(String hint) {
        var languages = new ArrayList<String>();
        if (Phrases.speaks(hint)) {
            languages.add(Locale.forLanguageTag(hint).getLanguage());
        }
        Phrases.LANGUAGES.stream().filter(other -> !languages.contains(other)).forEach(languages::add);
        return languages;
    }
}
