package eu.lethe.chat.quality;

import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/** The usual figures of retrieval and of abstention. */
final class Figures {
    private final List<Outcome> outcomes;
    private final List<Outcome> answerable;

    Figures(List<Outcome> outcomes) {
        this.outcomes = outcomes;
        this.answerable =
                outcomes.stream().filter(o -> o.question().isAnswerable()).toList();
    }

    String ranking(String name, ToIntFunction<Outcome> rank) {
        double first = 0;
        double third = 0;
        double reciprocal = 0;
        double gain = 0;
        for (Outcome outcome : answerable) {
            int at = rank.applyAsInt(outcome);
            first += at == 1 ? 1 : 0;
            third += at >= 1 && at <= 3 ? 1 : 0;
            reciprocal += at >= 1 ? 1.0 / at : 0;
            gain += at >= 1 && at <= 10 ? Math.log(2) / Math.log(1 + at) : 0;
        }
        int n = answerable.size();
        return String.format(
                Locale.ROOT,
                "  %-8s n=%d  hit@1 %.3f  hit@3 %.3f  MRR %.3f  nDCG@10 %.3f",
                name,
                n,
                first / n,
                third / n,
                reciprocal / n,
                gain / n);
    }

    double hitAt3(ToIntFunction<Outcome> rank) {
        return (double) answerable.stream()
                        .mapToInt(rank)
                        .filter(at -> at >= 1 && at <= 3)
                        .count()
                / answerable.size();
    }

    /** How well the confidence tells answerable from unanswerable questions: 1 is perfect, 0.5 is chance. */
    double auroc() {
        double won = 0;
        long pairs = 0;
        for (Outcome yes : answerable) {
            for (Outcome no : outcomes) {
                if (!no.question().isAnswerable()) {
                    pairs++;
                    won += yes.confidence() > no.confidence() ? 1 : yes.confidence() == no.confidence() ? 0.5 : 0;
                }
            }
        }
        return won / pairs;
    }

    String threshold(double least) {
        long answered = outcomes.stream().filter(o -> o.confidence() >= least).count();
        long right = outcomes.stream()
                .filter(o -> o.confidence() >= least && o.right())
                .count();
        long offTopic = outcomes.stream()
                .filter(o -> o.confidence() >= least && !o.question().isAnswerable())
                .count();
        return String.format(
                Locale.ROOT,
                "  at %.2f: precision %.3f  recall %.3f  (right %d, wrong page %d, unanswerable but answered %d of %d)",
                least,
                answered == 0 ? 1 : (double) right / answered,
                (double) right / answerable.size(),
                right,
                answered - right - offTopic,
                offTopic,
                outcomes.size() - answerable.size());
    }
}
