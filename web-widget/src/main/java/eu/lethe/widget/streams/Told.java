package eu.lethe.widget.streams;

import eu.lethe.chat.conversations.Answer;
import eu.lethe.chat.conversations.Citation;
import eu.lethe.chat.conversations.MessageState;
import eu.lethe.chat.conversations.Phase;
import eu.lethe.chat.conversations.Turn;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the events of an answer carry. Each says that a machine speaks where a person might not know (AI Act, Art. 50). */
public final class Told {

    private Told() {}

    /** The first event: who the visitor is to us, and how the message and its answer are called. */
    public record Begun(String token, UUID conversation, UUID question, UUID answer, boolean aiGenerated) {
        static Begun of(Turn turn, String token) {
            return new Begun(token, turn.conversation(), turn.question(), turn.answer(), true);
        }
    }

    /** A piece of text. */
    public record Piece(String text) {}

    /**
     * The last event.
     *
     * @param text the whole answer, if the pieces do not already add up to it
     */
    public record Done(
            MessageState state,
            @Nullable String text,
            double confidence,
            boolean abstained,
            List<Citation> citations,
            Phase phase,
            List<String> followUps,
            @Nullable String problem,
            boolean aiGenerated) {

        static Done of(Answer answer, String said) {
            return new Done(
                    answer.state(),
                    answer.text().equals(said) ? null : answer.text(),
                    answer.confidence(),
                    answer.abstained(),
                    answer.citations(),
                    answer.phase(),
                    answer.followUps(),
                    answer.problem(),
                    true);
        }
    }

    /** The last event when there is no answer; a problem as in RFC 9457. */
    public record Failure(String type, String title, int status, String detail) {
        static final Failure TOOK_TOO_LONG =
                new Failure("urn:lethe:problem:answer-took-too-long", "unavailable", 503, "The answer took too long.");
    }
}
