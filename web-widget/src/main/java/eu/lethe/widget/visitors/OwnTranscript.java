package eu.lethe.widget.visitors;

import eu.lethe.chat.conversations.Author;
import eu.lethe.chat.conversations.Citation;
import eu.lethe.chat.conversations.MessageState;
import eu.lethe.chat.conversations.Phase;
import eu.lethe.chat.conversations.Transcripts.MessageView;
import eu.lethe.chat.conversations.Transcripts.Transcript;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A conversation as its visitor may see it. */
public record OwnTranscript(UUID id, Phase phase, String language, List<Line> messages) {

    /** One message; the machine's are marked as such (AI Act, Art. 50). */
    public record Line(
            UUID id,
            Author author,
            boolean aiGenerated,
            String text,
            MessageState state,
            boolean abstained,
            List<Citation> citations,
            @Nullable Boolean helpful,
            Instant at) {

        static Line of(MessageView message) {
            return new Line(
                    message.id(),
                    message.author(),
                    message.author() == Author.ASSISTANT,
                    message.text(),
                    message.state(),
                    message.abstained(),
                    message.citations(),
                    message.helpful(),
                    message.at());
        }
    }

    static OwnTranscript of(Transcript transcript) {
        var summary = transcript.summary();
        return new OwnTranscript(
                summary.id(),
                summary.phase(),
                summary.language(),
                transcript.messages().stream().map(Line::of).toList());
    }
}
