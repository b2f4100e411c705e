package eu.lethe.chat.retrieval;

import eu.lethe.chat.index.Match;
import eu.lethe.chat.index.Matches;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One ranking from two: the cosine between the last found and the best, BM25 as a share of the best, weighted by how far the model
 * knows the question's language. Passages in another language than the question stand back. (Reciprocal ranks were measured
 * too, and lost: they give the weaker half as much say as the better one.)
 *
 * @param dense share of the embeddings in the score, 0..1
 * @param foreign what a passage in another language keeps of its score
 */
record Fusion(double dense, double foreign) {

    /** The scores of the best and the last of each half, which say what a score is worth. */
    private record Range(double nearest, double farthest, double wordiest) {
        static Range of(Matches matches) {
            DoubleSummaryStatistics dense =
                    matches.dense().stream().mapToDouble(Match::score).summaryStatistics();
            double lexical =
                    matches.lexical().stream().mapToDouble(Match::score).max().orElse(0);
            return new Range(dense.getMax(), dense.getMin(), lexical);
        }

        /** What the embeddings did not find is no nearer than the last they found. */
        double nearness(double cosine) {
            if (nearest <= farthest) {
                return cosine == nearest ? 1 : 0;
            }
            return cosine <= farthest ? 0 : (cosine - farthest) / (nearest - farthest);
        }

        double wordiness(double lexical) {
            return wordiest <= 0 ? 0 : lexical / wordiest;
        }
    }

    List<Passage> fuse(Matches matches, String language, int limit) {
        Map<UUID, Passage> passages = new LinkedHashMap<>();
        for (Match match : matches.dense()) {
            passages.put(match.id(), passage(match, match.score(), 0));
        }
        for (Match match : matches.lexical()) {
            Passage known = passages.get(match.id());
            passages.put(match.id(), passage(match, known == null ? 0 : known.dense(), match.score()));
        }
        Range range = Range.of(matches);
        return passages.values().stream()
                .map(passage -> passage.withScore(score(passage, range, language)))
                .sorted(Comparator.comparingDouble(Passage::score).reversed())
                .limit(limit)
                .toList();
    }

    private double score(Passage passage, Range range, String language) {
        double score = dense * range.nearness(passage.dense()) + (1 - dense) * range.wordiness(passage.lexical());
        return Languages.primary(passage.language()).equals(language) ? score : score * foreign;
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
