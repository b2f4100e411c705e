package eu.lethe.chat.conversations;

import eu.lethe.chat.sites.PublishedSite;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.Subject;
import jakarta.ejb.Stateless;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was said, kept sealed. */
@Stateless
public class Conversations {

    /** @param entryPage URL the visitor wrote from; kept without query and fragment except utm_* (SEED-C6) */
    public record Utterance(
            UUID id, String text, String language, @Nullable String entryPage) {}

    /** @param query matches an id, an entry page or a lead status; texts are sealed and cannot be searched */
    public record Filter(
            @Nullable UUID site,
            @Nullable Phase phase,
            @Nullable LeadStatus leadStatus,
            @Nullable Boolean unanswered,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String query) {}

    public record Summary(
            UUID id,
            UUID site,
            UUID visitor,
            Phase phase,
            LeadStatus leadStatus,
            int messages,
            String language,
            @Nullable String entryPage,
            String firstQuestion,
            @Nullable Double lowestConfidence,
            Instant startedAt,
            Instant lastMessageAt) {}

    public record Page(List<Summary> rows, long total) {}

    public record MessageView(
            UUID id,
            Author author,
            String text,
            MessageState state,
            @Nullable Double confidence,
            boolean abstained,
            List<Citation> citations,
            @Nullable String provider,
            @Nullable String model,
            @Nullable Boolean helpful,
            Instant at) {}

    public record Transcript(Summary summary, List<MessageView> messages) {}

    /**
     * Stores what the visitor said, in the conversation or in a new one; the same utterance id again gives the same turn.
     *
     * @param conversation the running one, or null to begin
     */
    public Turn hear(Subject subject, PublishedSite site, @Nullable UUID conversation, Utterance utterance) {
        throw new IllegalStateException("owner builds this");
    }

    /** Stores the answer; refused with SubjectGone if the person was erased meanwhile. */
    public void answered(Turn turn, Answer answer) {
        throw new IllegalStateException("owner builds this");
    }

    /** The visitor's own conversation. @throws ConversationNotFound (404) */
    public Transcript own(Subject subject, UUID conversation) {
        throw new IllegalStateException("owner builds this");
    }

    /** The visitor's verdict on an answer. */
    public void rate(Subject subject, UUID message, boolean helpful) {
        throw new IllegalStateException("owner builds this");
    }

    public Page list(Caller caller, Filter filter, int offset, int limit) {
        throw new IllegalStateException("owner builds this");
    }

    public Transcript transcript(Caller caller, UUID conversation) {
        throw new IllegalStateException("owner builds this");
    }

    public void setLeadStatus(Caller caller, UUID conversation, LeadStatus status) {
        throw new IllegalStateException("owner builds this");
    }

    /** Deletes a conversation; a visitor with no other is forgotten whole, with the key (SEED-C9). */
    public void delete(Caller caller, UUID conversation) {
        throw new IllegalStateException("owner builds this");
    }
}
