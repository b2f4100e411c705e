package eu.lethe.chat.retrieval;

import eu.lethe.chat.index.Match;
import eu.lethe.chat.index.Matches;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One ranking from two: the cosine as it is, BM25 as a share of the best, weighted by how far the model knows the question's
 * language. Passages in another language than the question stand back.
 *
 * @param dense share of the embeddings in the score, 0..1
 * @param foreign what a passage in another language keeps of its score
 */
record Fusion(double dense, double foreign) {

    List<Passage> fuse(Matches matches, String language, int limit) {
        Map<UUID, Passage> passages = new LinkedHashMap<>();
        double best = matches.lexical().stream().mapToDouble(Match::score).max().orElse(1);
        // What the embeddings did not find is at most as near as the last they found.
        double rest = matches.dense().stream().mapToDouble(Match::score).min().orElse(0);
        for (Match match : matches.dense()) {
            passages.put(match.id(), passage(match, match.score(), 0));
        }
        for (Match match : matches.lexical()) {
            Passage known = passages.get(match.id());
            passages.put(match.id(), passage(match, known == null ? 0 : known.dense(), match.score()));
        }
        return passages.values().stream()
                .map(passage -> scored(passage, best, rest, language))
                .sorted(Comparator.comparingDouble(Passage::score).reversed())
                .limit(limit)
                .toList();
    }

    private Passage scored(Passage passage, double best, double rest, String language) {
        double cosine = passage.dense() == 0 ? Math.max(0, rest) : Math.max(0, passage.dense());
        double share = best <= 0 ? 0 : passage.lexical() / best;
        double score = dense * cosine + (1 - dense) * share;
        boolean same = Languages.primary(passage.language()).equals(language);
        return passage.withScore(Math.min(1, same ? score : score * foreign));
    }

    private static Passage passage(Match match, double cosine, double lexical) {
        return new Passage(
                match.id(),
                match.source(),
                match.document(),
                match.ordinal(),
                match.language(),
                match.title(),
                match.heading(),
                match.text(),
                match.location(),
                0,
                cosine,
                lexical);
    }
}
