package eu.lethe.chat.conversations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the assistant said.
 *
 * @param confidence 0..1, calibrated
 * @param abstained whether the assistant said that it does not know
 * @param provider host of the model's endpoint, or {@code lethe} for an extracted answer
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
        @Nullable String problem) {}
