package eu.lethe.chat.extracts;

import eu.lethe.chat.embeddings.Embeddings;
import java.util.LinkedHashMap;
import java.util.Map;

/** Vectors of sentences that were read lately: visitors of a site ask about the same pages. Published text only, in memory only. */
final class SentenceVectors {
    private static final int MOST = 4000;
    /** What comes later in a long sentence costs time and moves its vector little. */
    private static final int LONGEST = 240;

    private final Embeddings embeddings;
    private final Map<String, float[]> vectors = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
            return size() > MOST;
        }
    };

    SentenceVectors(Embeddings embeddings) {
        this.embeddings = embeddings;
    }

    float[] of(String sentence) {
        String text = sentence.length() <= LONGEST ? sentence : sentence.substring(0, LONGEST);
        synchronized (vectors) {
            float[] known = vectors.get(text);
            if (known != null) {
                return known;
            }
        }
        // Outside the lock: two threads may embed the same sentence, none waits for another's.
        float[] vector = embeddings.embed(text);
        synchronized (vectors) {
            vectors.put(text, vector);
        }
        return vector;
    }
}
