package eu.lethe.chat.conversations;

import eu.lethe.chat.redaction.Redaction;
import eu.lethe.compliance.personaldata.Typed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What somebody said that would be recognised wherever it stood: addresses and numbers, and of their longest messages a sequence
 * of eight words each, the one with the longest words.
 */
final class OwnWords {

    private static final int MOST_PHRASES = 4;
    private static final int SEQUENCE = 8;
    // Eight words of usual length; what is shorter is made of words that everybody uses.
    private static final int SHORTEST = 48;
    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern PLAIN = Pattern.compile("[^\\d@\\n]{" + SHORTEST + ",200}");

    private record Phrase(String text, long rarity) {}

    private OwnWords() {}

    /** @param elsewhere what the same person said that is not meant: nothing that stands there is taken */
    static Typed in(Collection<String> said, Collection<String> elsewhere) {
        String others = elsewhere.stream().map(OwnWords::folded).collect(Collectors.joining("\n"));
        Set<String> identifiers = said.stream()
                .flatMap(text -> Redaction.found(text).stream())
                .filter(value -> !others.contains(folded(value)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> phrases = said.stream()
                .flatMap(text -> rarest(text).stream())
                .filter(phrase -> !others.contains(folded(phrase.text())))
                .sorted(Comparator.comparingLong(Phrase::rarity).reversed())
                .map(Phrase::text)
                .distinct()
                .limit(MOST_PHRASES)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Typed(identifiers, phrases);
    }

    private static Optional<Phrase> rarest(String text) {
        List<MatchResult> words = WORD.matcher(text).results().toList();
        var phrases = new ArrayList<Phrase>();
        for (int first = 0; first + SEQUENCE <= words.size(); first++) {
            List<MatchResult> sequence = words.subList(first, first + SEQUENCE);
            String phrase = text.substring(
                    sequence.get(0).start(), sequence.get(SEQUENCE - 1).end());
            if (PLAIN.matcher(phrase).matches()) {
                phrases.add(new Phrase(phrase, rarity(sequence)));
            }
        }
        return phrases.stream().max(Comparator.comparingLong(Phrase::rarity));
    }

    // The longer a word, the fewer people use it.
    private static long rarity(List<MatchResult> words) {
        return words.stream()
                .mapToLong(word -> word.end() - word.start())
                .map(length -> length * length)
                .sum();
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
