package eu.lethe.chat.retrieval;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * Guesses the language of a text from its script and its common words: right for a sentence, and for two or three words no better
 * than the hint, which then decides.
 */
public final class Languages {
    private static final Map<String, Set<String>> COMMON_WORDS = commonWords();
    private static final Map<UnicodeScript, String> BY_SCRIPT = Map.ofEntries(
            Map.entry(UnicodeScript.HIRAGANA, "ja"),
            Map.entry(UnicodeScript.KATAKANA, "ja"),
            Map.entry(UnicodeScript.HANGUL, "ko"),
            Map.entry(UnicodeScript.HAN, "zh"),
            Map.entry(UnicodeScript.GREEK, "el"),
            Map.entry(UnicodeScript.CYRILLIC, "ru"),
            Map.entry(UnicodeScript.ARABIC, "ar"),
            Map.entry(UnicodeScript.HEBREW, "he"),
            Map.entry(UnicodeScript.THAI, "th"),
            Map.entry(UnicodeScript.DEVANAGARI, "hi"),
            Map.entry(UnicodeScript.BENGALI, "bn"),
            Map.entry(UnicodeScript.ARMENIAN, "hy"),
            Map.entry(UnicodeScript.GEORGIAN, "ka"));
    /** What a page's language is worth against a common word in the text. */
    private static final double HINT = 0.75;

    private Languages() {}

    /**
     * @param hint BCP 47 tag of what surrounds the text, or empty
     * @return an ISO 639-1 code, or what the hint says, or {@code und}
     */
    public static String of(String text, String hint) {
        String hinted = primary(hint);
        UnicodeScript script = script(text);
        if (script == UnicodeScript.LATIN) {
            return byWords(text, hinted);
        }
        String guess = BY_SCRIPT.getOrDefault(script, "");
        if (guess.isEmpty() || isWrittenIn(hinted, script)) {
            return hinted.isEmpty() ? "und" : hinted;
        }
        return guess;
    }

    /** The language without script and region: {@code pt} of {@code pt-BR}. */
    public static String primary(String tag) {
        return tag.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    }

    /** Whether words are written without spaces between them. */
    public static boolean isUnspaced(String language) {
        return language.equals("zh") || language.equals("ja") || language.equals("th");
    }

    /** Whether a word says little: articles, pronouns, question words. */
    public static boolean isCommon(String word, String language) {
        return COMMON_WORDS.getOrDefault(language, Set.of()).contains(word);
    }

    private static String byWords(String text, String hinted) {
        Set<String> words = new HashSet<>(
                Arrays.asList(text.toLowerCase(Locale.ROOT).replace('’', '\'').split("[^\\p{L}\\p{M}'-]+")));
        Map<String, Double> votes = new TreeMap<>();
        COMMON_WORDS.forEach((language, common) -> {
            long hits = words.stream().filter(common::contains).count();
            if (hits > 0) {
                votes.put(language, hits + (language.equals(hinted) ? HINT : 0));
            }
        });
        String fallback = hinted.isEmpty() ? "und" : hinted;
        return votes.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(best -> isClear(votes, best, hinted) ? best.getKey() : fallback)
                .orElse(fallback);
    }

    /** A draw is for the hint to decide; without one, the first of the draw is as good as any. */
    private static boolean isClear(Map<String, Double> votes, Map.Entry<String, Double> best, String hinted) {
        long equals = votes.values().stream()
                .filter(vote -> vote >= best.getValue() - 1e-9)
                .count();
        return equals == 1 || hinted.isEmpty() || best.getValue() > 1 + votes.getOrDefault(hinted, 0.0);
    }

    private static boolean isWrittenIn(String language, UnicodeScript script) {
        return switch (script) {
            case CYRILLIC -> Set.of("bg", "uk", "sr", "mk", "be", "kk", "ru").contains(language);
            case ARABIC -> Set.of("fa", "ur", "ps", "ckb", "ar").contains(language);
            case HAN -> Set.of("ja", "zh").contains(language);
            case DEVANAGARI -> Set.of("mr", "ne", "hi").contains(language);
            default -> false;
        };
    }

    /** The script of most letters; kana decide for Japanese, however many Han characters stand between them. */
    private static UnicodeScript script(String text) {
        Map<UnicodeScript, Integer> counts = new HashMap<>();
        text.codePoints().filter(Character::isLetter).forEach(c -> counts.merge(UnicodeScript.of(c), 1, Integer::sum));
        if (counts.containsKey(UnicodeScript.HIRAGANA)) {
            return UnicodeScript.HIRAGANA;
        }
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(UnicodeScript.COMMON);
    }

    private static Map<String, Set<String>> commonWords() {
        Properties lines = new Properties();
        try (InputStream stream = Languages.class.getResourceAsStream("common-words.properties")) {
            if (stream == null) {
                throw new IllegalStateException("common-words.properties is not in this archive");
            }
            lines.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Set<String>> words = new HashMap<>();
        lines.forEach((language, line) -> words.put(
                language.toString(), Set.copyOf(Arrays.asList(line.toString().split(" ")))));
        return Map.copyOf(words);
    }
}
