package eu.lethe.chat.conversations;

import eu.lethe.compliance.recipients.Egress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the assistant said.
 *
 * @param confidence 0..1, calibrated
 * @param abstained whether the assistant said that it does not know
 * @param provider host of the model's endpoint, or {@code lethe} for an extracted answer
 * @param problem why no model wrote it although one is configured, or why it ends early
 * @param egress what was sent to the model's provider for it, even if another text stands here in the end
 */
public record Answer(
        String text,
        MessageState state,
        double confidence,
        boolean abstained,
        List<Citation> citations,
        String provider,
        String model,
        Phase phase,
        List<String> followUps,
        @Nullable String problem,
        @Nullable Egress egress) {

    /** An answer for which nothing left the house. */
    public Answer(
            String text,
            MessageState state,
            double confidence,
            boolean abstained,
            List<Citation> citations,
            String provider,
            String model,
            Phase phase,
            List<String> followUps,
            @Nullable String problem) {
        this(text, state, confidence, abstained, citations, provider, model, phase, followUps, problem, null);
    }
}
