package eu.lethe.chat.extracts;

import eu.lethe.chat.retrieval.Findings;
import eu.lethe.chat.retrieval.Passage;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One question held against the sentences of what was found. */
final class Reading {
    /** Passages read closely. */
    private static final int PASSAGES = 6;
    /** Sentences embedded: 2 to 4 ms each. */
    private static final int SENTENCES = 8;
    /** Say of the words in choosing a sentence, where the model knows the language and where it does not. */
    private static final double WORDS_UNDERSTOOD = 0.3;

    private static final double WORDS_OTHER = 0.7;
    /** What the passage's own rank counts against its sentence's. */
    private static final double RANK = 0.5;

    private record Scored(Segment segment, double nearness, double score) {}

    private record Candidate(Segment segment, double share) {
        double promise() {
            return share + RANK * segment.passage().score();
        }
    }

    private final Findings findings;
    private final SentenceVectors vectors;
    private final float[] asked;
    private final Set<String> terms;
    private final Rarity rarity;
    private final double words;
    private final List<Scored> ranking;

    Reading(String question, float[] asked, Findings findings, boolean understood, SentenceVectors vectors) {
        this.findings = findings;
        this.vectors = vectors;
        this.asked = asked;
        this.terms = Terms.of(question, findings.language());
        this.rarity = new Rarity(findings.passages());
        this.words = understood ? WORDS_UNDERSTOOD : WORDS_OTHER;
        this.ranking = ranking();
    }

    Optional<Segment> best() {
        return ranking.stream().findFirst().map(Scored::segment);
    }

    Signals signals() {
        if (ranking.isEmpty()) {
            return Signals.NONE;
        }
        Scored best = ranking.get(0);
        Passage passage = best.segment().passage();
        Set<String> there = new HashSet<>(Terms.of(passage.heading(), passage.language()));
        there.addAll(Terms.of(passage.text(), passage.language()));
        double second = ranking.stream()
                .filter(other -> !other.segment().passage().document().equals(passage.document()))
                .mapToDouble(Scored::score)
                .max()
                .orElse(0);
        double passageNearness =
                findings.passages().stream().mapToDouble(Passage::dense).max().orElse(0);
        double known = terms.isEmpty()
                ? 0
                : (double) terms.stream().filter(rarity::isKnown).count() / terms.size();
        return new Signals(
                Math.max(0, best.nearness()),
                Math.max(0, passageNearness),
                rarity.share(terms, there),
                known,
                Math.max(0, best.score() - second));
    }

    private List<Scored> ranking() {
        List<Candidate> candidates = findings.passages().stream()
                .limit(PASSAGES)
                .flatMap(passage -> Segment.of(passage).stream())
                .map(this::candidate)
                .sorted(Comparator.comparingDouble(Candidate::promise).reversed())
                .toList();
        return chosen(candidates).stream()
                .map(this::scored)
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .toList();
    }

    private Candidate candidate(Segment segment) {
        String language = segment.passage().language();
        return new Candidate(segment, rarity.share(terms, Terms.of(segment.inContext(), language)));
    }

    /** The words choose what is worth embedding: the likeliest sentence of each passage, then whatever is likely. */
    private static List<Candidate> chosen(List<Candidate> candidates) {
        Set<Passage> seen = new HashSet<>();
        Set<Candidate> chosen = new LinkedHashSet<>();
        candidates.stream()
                .filter(candidate -> seen.add(candidate.segment().passage()))
                .forEach(chosen::add);
        candidates.stream().limit(SENTENCES).forEach(candidate -> {
            if (chosen.size() < SENTENCES) {
                chosen.add(candidate);
            }
        });
        return List.copyOf(chosen);
    }

    private Scored scored(Candidate candidate) {
        Segment segment = candidate.segment();
        float[] vector = vectors.of(segment.inContext());
        double nearness = 0;
        for (int i = 0; i < vector.length; i++) {
            nearness += (double) vector[i] * asked[i];
        }
        double score = (1 - words) * nearness
                + words * candidate.share()
                + RANK * segment.passage().score();
        return new Scored(segment, nearness, score);
    }
}
