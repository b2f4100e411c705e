package eu.lethe.chat.extracts;

import eu.lethe.chat.retrieval.Languages;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of a text that carry its meaning, cut down so that inflections meet: the first letters of a word, or pairs of
 * characters where words are not parted. Cruder than OpenSearch's analyzers, but the same for every language and at no cost.
 */
final class Terms {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}']+");
    private static final String FUNCTION_CHARACTERS = "的了吗呢吧啊怎么办什我你您他她它们是在有和与或请问能想要会如何为哪个这那就都也不没很给被把从到对";
    private static final int SHORT = 4;
    private static final int STEM = 6;

    private Terms() {}

    static Set<String> of(String text, String language) {
        Set<String> terms = new LinkedHashSet<>();
        for (String word : GAPS.split(text.toLowerCase(Locale.ROOT).replace('’', '\''))) {
            if (word.codePoints().anyMatch(Character::isIdeographic) || Languages.isUnspaced(language)) {
                addPairs(word, terms);
            } else if (!word.isEmpty() && !Languages.isCommon(word, language)) {
                terms.add(stem(word));
            }
        }
        return terms;
    }

    private static String stem(String word) {
        String plain = MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD))
                .replaceAll("")
                .replace("'", "");
        if (plain.length() <= SHORT) {
            return plain.length() == SHORT && plain.endsWith("s") ? plain.substring(0, SHORT - 1) : plain;
        }
        return plain.substring(0, Math.min(STEM, plain.length() - 1));
    }

    private static void addPairs(String word, Set<String> terms) {
        int[] characters = word.codePoints().toArray();
        for (int i = 0; i + 1 < characters.length; i++) {
            if (!saysLittle(characters[i]) && !saysLittle(characters[i + 1])) {
                terms.add(new String(characters, i, 2));
            }
        }
    }

    /** Chinese function words are single characters, Japanese ones are written in Hiragana. */
    private static boolean saysLittle(int character) {
        return FUNCTION_CHARACTERS.indexOf(character) >= 0 || UnicodeScript.of(character) == UnicodeScript.HIRAGANA;
    }
}
