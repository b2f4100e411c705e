package eu.lethe.widget.visitors;

import eu.lethe.chat.conversations.Answer;
import eu.lethe.chat.conversations.Author;
import eu.lethe.chat.conversations.Transcripts;
import eu.lethe.chat.conversations.Transcripts.MessageView;
import eu.lethe.chat.conversations.Transcripts.Transcript;
import eu.lethe.chat.conversations.Turn;
import eu.lethe.chat.sites.PublishedSite;
import eu.lethe.compliance.kernel.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds answers that were given before and are no longer in memory. */
@ApplicationScoped
class Recall {

    /** An answer with the turn it belongs to. */
    record Given(Turn turn, Answer answer) {}

    @Inject
    Transcripts transcripts;

    Optional<Given> answer(Subject visitor, PublishedSite site, UUID conversation, UUID answer) {
        return in(transcripts.own(visitor, conversation), visitor, site, answer);
    }

    static Optional<Given> in(Transcript transcript, Subject visitor, PublishedSite site, UUID answer) {
        @Nullable MessageView question = null;
        for (var message : transcript.messages()) {
            if (message.id().equals(answer) && question != null) {
                return Optional.of(given(transcript, visitor, site, question, message));
            }
            if (message.author() == Author.VISITOR) {
                question = message;
            }
        }
        return Optional.empty();
    }

    private static Given given(
            Transcript transcript, Subject visitor, PublishedSite site, MessageView question, MessageView answer) {
        var conversation = transcript.summary();
        var turn = new Turn(
                visitor,
                site.id(),
                conversation.id(),
                question.id(),
                answer.id(),
                conversation.language(),
                conversation.phase(),
                question.text(),
                List.of());
        return new Given(turn, asGiven(answer, conversation));
    }

    private static Answer asGiven(MessageView message, Transcripts.Summary conversation) {
        return new Answer(
                message.text(),
                message.state(),
                message.confidence() == null ? 0 : message.confidence(),
                message.abstained(),
                message.citations(),
                "",
                "",
                conversation.phase(),
                List.of(),
                null);
    }
}
