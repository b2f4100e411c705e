package eu.lethe.chat.extracts;

import eu.lethe.chat.conversations.Citation;
import eu.lethe.chat.embeddings.Embeddings;
import eu.lethe.chat.extracts.Extract.Verdict;
import eu.lethe.chat.retrieval.Findings;
import eu.lethe.chat.retrieval.Passage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Answers from the sentences of passages: it can be silent or beside the point, but it cannot make anything up. */
@ApplicationScoped
public class Extracts {
    private static final double SURE = 0.6;
    private static final double WORTH_SAYING = 0.35;
    private static final int SNIPPET = 240;

    private final Embeddings embeddings;
    private final SentenceVectors vectors;
    private final Calibration calibration;

    /** For the client proxy. */
    @SuppressWarnings("NullAway")
    protected Extracts() {
        embeddings = null;
        vectors = null;
        calibration = null;
    }

    @Inject
    public Extracts(Embeddings embeddings) {
        this.embeddings = embeddings;
        this.vectors = new SentenceVectors(embeddings);
        this.calibration = new Calibration();
    }

    /** The sentences that answer the question best, cited; the confidence says whether they do. */
    public Extract from(String question, Findings findings) {
        if (findings.passages().isEmpty()) {
            return new Extract("", List.of(), 0, Verdict.ABSTAIN);
        }
        Reading reading = reading(question, findings);
        double confidence = confidence(reading, findings);
        return reading.best()
                .filter(best -> confidence >= WORTH_SAYING)
                .map(best -> extract(best, confidence))
                .orElse(new Extract("", List.of(), confidence, Verdict.ABSTAIN));
    }

    /** The probability that the passages answer the question, 0..1, whoever puts the answer into words. */
    public double confidence(String question, Findings findings) {
        return findings.passages().isEmpty() ? 0 : confidence(reading(question, findings), findings);
    }

    Reading reading(String question, Findings findings) {
        return new Reading(question, embeddings.embedQuestion(question), findings, isUnderstood(findings), vectors);
    }

    private double confidence(Reading reading, Findings findings) {
        return calibration.confidence(reading.signals(), isUnderstood(findings));
    }

    private boolean isUnderstood(Findings findings) {
        return findings.language().equals("en") || embeddings.multilingual();
    }

    private static Extract extract(Segment best, double confidence) {
        Passage passage = best.passage();
        Citation citation = new Citation(
                1,
                passage.id(),
                passage.document(),
                passage.title(),
                passage.location(),
                snippet(passage.text()),
                passage.score());
        String text = Quotation.of(best) + " [1]";
        return new Extract(text, List.of(citation), confidence, confidence >= SURE ? Verdict.ANSWER : Verdict.MAYBE);
    }

    private static String snippet(String text) {
        if (text.length() <= SNIPPET) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(SNIPPET - 2)) ? SNIPPET - 2 : SNIPPET - 1;
        return text.substring(0, end) + "…";
    }
}
