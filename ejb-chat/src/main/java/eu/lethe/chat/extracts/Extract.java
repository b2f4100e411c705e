package eu.lethe.chat.extracts;

import eu.lethe.chat.conversations.Citation;
import java.util.List;

/**
 * Sentences from passages that answer a question, as far as any do.
 *
 * @param text with citations such as [1]
 * @param confidence 0..1, calibrated
 */
public record Extract(String text, List<Citation> citations, double confidence, Verdict verdict) {

    public enum Verdict {
        ANSWER,
        MAYBE,
        ABSTAIN
    }
}
