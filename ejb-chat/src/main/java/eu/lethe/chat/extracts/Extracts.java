package eu.lethe.chat.extracts;

import eu.lethe.chat.retrieval.Findings;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers from the sentences of passages. */
@ApplicationScoped
public class Extracts {

    public Extract from(String question, Findings findings) {
        throw new IllegalStateException("owner builds this");
    }
}
