package eu.lethe.chat.embeddings;

import jakarta.enterprise.context.ApplicationScoped;

/** Sentence embeddings from a model that runs inside this server. Thread-safe. */
@ApplicationScoped
public class Embeddings {

    /** Name and version of the model, part of the index's name: another model means another index. */
    public String model() {
        throw new IllegalStateException("owner builds this");
    }

    public int dimension() {
        throw new IllegalStateException("owner builds this");
    }

    /** The unit-length vector of a text; what is beyond the model's window is left out. */
    public float[] embed(String text) {
        throw new IllegalStateException("owner builds this");
    }
}
