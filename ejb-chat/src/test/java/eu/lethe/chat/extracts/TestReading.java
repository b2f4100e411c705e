package eu.lethe.chat.extracts;

import eu.lethe.chat.embeddings.Embeddings;
import eu.lethe.chat.retrieval.Findings;

/** Shows a test outside this package what an extract rests on. */
public final class TestReading {
    private final Extracts extracts;

    public TestReading(Embeddings embeddings) {
        extracts = new Extracts(embeddings);
    }

    public Extracts extracts() {
        return extracts;
    }

    /** @param location of the page quoted, or empty */
    public record Result(String location, double confidence, double[] signals, String text) {}

    public Result of(String question, Findings findings) {
        Reading reading = extracts.reading(question, findings);
        String location = reading.best().map(best -> best.passage().location()).orElse("");
        Extract extract = extracts.from(question, findings);
        return new Result(location, extract.confidence(), reading.signals().values(), extract.text());
    }
}
