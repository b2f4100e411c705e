package eu.lethe.chat.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which language a text is in: by its script where that decides, else by its function words. Good from a few sentences on,
 * which is what a document has; a search model for this would weigh 10 MB and more heap than the rest of the reading.
 */
public final class Languages {

    private static final int SAMPLE = 20_000;
    private static final int FEWEST = 5;
    private static final int ENOUGH = 500;
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*");
    private static final Pattern NAMED = Pattern.compile("[._]([a-z]{2})\\.[A-Za-z]{2,8}$");
    private static final Map<UnicodeScript, String> SCRIPTS = Map.ofEntries(
            Map.entry(UnicodeScript.HAN, "zh"),
            Map.entry(UnicodeScript.HIRAGANA, "ja"),
            Map.entry(UnicodeScript.KATAKANA, "ja"),
            Map.entry(UnicodeScript.HANGUL, "ko"),
            Map.entry(UnicodeScript.GREEK, "el"),
            Map.entry(UnicodeScript.ARABIC, "ar"),
            Map.entry(UnicodeScript.HEBREW, "he"),
            Map.entry(UnicodeScript.THAI, "th"),
            Map.entry(UnicodeScript.DEVANAGARI, "hi"),
            Map.entry(UnicodeScript.GEORGIAN, "ka"),
            Map.entry(UnicodeScript.ARMENIAN, "hy"));
    private static final Map<String, List<String>> LANGUAGES_OF_WORD = load();

    private static final Set<String> KNOWN = known();

    private Languages() {}

    /** @return the language's code, or null where the text is too short or too mixed to tell */
    public static @Nullable String guess(String text) {
        String sample = text.length() > SAMPLE ? text.substring(0, SAMPLE) : text;
        String byScript = byScript(sample);
        return byScript != null ? byScript : byWords(sample);
    }

    /**
     * The language of a document that declares one, or none, or a wrong one: many a website says {@code en} on every page
     * because its template does. What the text is in wins, if there is enough of it and the declared language is one we know.
     */
    public static @Nullable String decide(@Nullable String declared, String text) {
        if (declared == null) {
            return guess(text);
        }
        String primary = Locale.forLanguageTag(declared).getLanguage();
        boolean tellable = text.length() >= ENOUGH && KNOWN.contains(primary);
        String guessed = tellable ? guess(text) : null;
        return guessed == null || guessed.equals(primary) ? declared : guessed;
    }

    /** A language tag in the usual writing, or null if it is none. */
    public static @Nullable String tidy(@Nullable String tag) {
        if (tag == null || !TAG.matcher(tag.strip()).matches()) {
            return null;
        }
        String known = Locale.forLanguageTag(tag.strip().replace('_', '-')).toLanguageTag();
        return known.equals("und") ? null : known;
    }

    /** The language in a file's name, as in {@code help._es.md} or {@code help_fr.md}, or null. */
    static @Nullable String ofName(String name) {
        Matcher suffix = NAMED.matcher(name);
        boolean named = suffix.find();
        boolean real = named && List.of(Locale.getISOLanguages()).contains(suffix.group(1));
        return real ? suffix.group(1) : null;
    }

    private static @Nullable String byScript(String sample) {
        var counts = new EnumMap<UnicodeScript, Integer>(UnicodeScript.class);
        int letters = 0;
        for (int point : sample.codePoints().filter(Character::isLetter).toArray()) {
            counts.merge(UnicodeScript.of(point), 1, Integer::sum);
            letters++;
        }
        int japanese = counts.getOrDefault(UnicodeScript.HIRAGANA, 0) + counts.getOrDefault(UnicodeScript.KATAKANA, 0);
        if (japanese * 10 > letters) {
            return "ja";
        }
        for (var entry : SCRIPTS.entrySet()) {
            // A Chinese page is full of Latin names, and each Han character is a word: a third is plenty.
            if (counts.getOrDefault(entry.getKey(), 0) * 3 > letters) {
                return entry.getValue();
            }
        }
        return null;
    }

    private static @Nullable String byWords(String sample) {
        var scores = new HashMap<String, Double>();
        Matcher words = WORD.matcher(sample.toLowerCase(Locale.ROOT));
        int hits = 0;
        while (words.find()) {
            List<String> languages = LANGUAGES_OF_WORD.getOrDefault(words.group(), List.of());
            hits += languages.isEmpty() ? 0 : 1;
            for (String language : languages) {
                // A word that many languages share says little about any of them.
                scores.merge(language, 1.0 / languages.size(), Double::sum);
            }
        }
        if (hits < FEWEST) {
            return null;
        }
        return scores.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private static Set<String> known() {
        var known = new HashSet<>(SCRIPTS.values());
        LANGUAGES_OF_WORD.values().forEach(known::addAll);
        return known;
    }

    private static Map<String, List<String>> load() {
        var lists = new Properties();
        try (InputStream in = Languages.class.getResourceAsStream("function-words.properties")) {
            if (in == null) {
                throw new IllegalStateException("function-words.properties is missing");
            }
            lists.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        var languages = new HashMap<String, List<String>>();
        for (String language : lists.stringPropertyNames()) {
            for (String word : lists.getProperty(language).split(" ", -1)) {
                List<String> known = languages.computeIfAbsent(word, w -> new ArrayList<>());
                if (!known.contains(language)) {
                    known.add(language);
                }
            }
        }
        return languages;
    }
}
