package eu.lethe.chat.extracts;

import eu.lethe.chat.retrieval.Passage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How much a term tells, judged by the passages that were found: one that all of them share tells little. */
final class Rarity {
    private final Map<String, Integer> passagesWith = new HashMap<>();
    private final int passages;

    Rarity(List<Passage> found) {
        passages = found.size();
        for (Passage passage : found) {
            Set<String> terms = new HashSet<>(Terms.of(passage.heading(), passage.language()));
            terms.addAll(Terms.of(passage.text(), passage.language()));
            terms.forEach(term -> passagesWith.merge(term, 1, Integer::sum));
        }
    }

    double of(String term) {
        int with = passagesWith.getOrDefault(term, 0);
        return Math.log(1 + (passages - with + 0.5) / (with + 0.5));
    }

    boolean isKnown(String term) {
        return passagesWith.containsKey(term);
    }

    /** The part of the question's terms, by weight, that a text has too: 0..1. */
    double share(Set<String> question, Set<String> text) {
        double all = 0;
        double shared = 0;
        for (String term : question) {
            double weight = of(term);
            all += weight;
            shared += text.contains(term) ? weight : 0;
        }
        return all == 0 ? 0 : shared / all;
    }
}
