package eu.lethe.chat.conversations;

import eu.lethe.compliance.audit.AuditAction;
import eu.lethe.compliance.audit.AuditLog;
import eu.lethe.compliance.erasure.Cause;
import eu.lethe.compliance.erasure.Erasures;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.Role;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.subjects.Subjects;
import eu.lethe.compliance.vault.SubjectKey;
import eu.lethe.compliance.vault.Vault;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was said, to be read again: by the visitor, and by members, whose looking is written down. */
@Stateless
@Interceptors(AccountScope.class)
public class Transcripts {

    private static final int MOST_ROWS = 200;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Subjects subjects;

    @Inject
    private Vault vault;

    @Inject
    private Erasures erasures;

    @Inject
    private AuditLog audit;

    /** @param query an id of a conversation or visitor, or a part of an entry page; texts are sealed and not searched */
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

    /** The visitor's own conversation. */
    public Transcript own(Subject subject, UUID conversation) {
        subjects.hold(subject);
        var talk = find(subject.account(), conversation)
                .filter(found -> found.isOf(subject))
                .orElseThrow(ConversationNotFound::new);
        return transcript(talk);
    }

    public Page list(Caller caller, Filter filter, int offset, int limit) {
        var list = new ConversationList(caller.account(), filter);
        var rows = list.rows(em, Math.max(0, offset), Math.min(Math.max(1, limit), MOST_ROWS));
        Map<UUID, Message> first = firstMessages(caller.account(), rows);
        return new Page(
                rows.stream()
                        .map(talk -> talk.summary(opened(talk, first.get(talk.id()))))
                        .toList(),
                list.total(em));
    }

    /** What was said, for a member; the log keeps who opened it and when (SEED-C10). */
    public Transcript transcript(Caller caller, UUID conversation) {
        audit.record(caller, AuditAction.TRANSCRIPT_OPENED, conversation);
        return transcript(find(caller.account(), conversation).orElseThrow(ConversationNotFound::new));
    }

    public void setLeadStatus(Caller caller, UUID conversation, LeadStatus status) {
        caller.mustBeAny(Role.ADMIN, Role.AGENT);
        find(caller.account(), conversation)
                .orElseThrow(ConversationNotFound::new)
                .becameLead(status);
    }

    /** Deletes a conversation; a visitor with no other is forgotten whole, with the key (SEED-C9). */
    public void delete(Caller caller, UUID conversation) {
        caller.mustBeAny(Role.ADMIN, Role.DPO);
        var talk = find(caller.account(), conversation).orElseThrow(ConversationNotFound::new);
        audit.record(caller, AuditAction.CONVERSATION_DELETED, conversation);
        if (isOnlyOne(talk)) {
            em.detach(talk);
            erasures.erase(caller, talk.subject().id(), Cause.DESK);
            return;
        }
        em.createQuery("delete from Message m where m.account = :account and m.conversation = :conversation")
                .setParameter("account", caller.account().value())
                .setParameter("conversation", conversation)
                .executeUpdate();
        em.remove(talk);
    }

    private boolean isOnlyOne(Conversation talk) {
        return em.createNamedQuery("Conversation.countOfSubject", Long.class)
                        .setParameter("account", talk.subject().account().value())
                        .setParameter("subject", talk.subject().id())
                        .getSingleResult()
                == 1;
    }

    private Transcript transcript(Conversation talk) {
        SubjectKey key = vault.keyOf(talk.subject());
        var messages = em.createNamedQuery("Message.ofConversation", Message.class)
                .setParameter("account", talk.subject().account().value())
                .setParameter("conversation", talk.id())
                .getResultStream()
                .map(message -> message.view(key))
                .toList();
        String first = messages.isEmpty() ? "" : messages.get(0).text();
        return new Transcript(talk.summary(first), messages);
    }

    private Map<UUID, Message> firstMessages(AccountId account, List<Conversation> rows) {
        if (rows.isEmpty()) {
            return Map.of();
        }
        return em.createNamedQuery("Message.first", Message.class)
                .setParameter("account", account.value())
                .setParameter(
                        "conversations", rows.stream().map(Conversation::id).toList())
                .getResultStream()
                .collect(Collectors.toMap(Message::conversation, Function.identity()));
    }

    private String opened(Conversation talk, @Nullable Message first) {
        return first == null ? "" : first.text(vault.keyOf(talk.subject()));
    }

    private Optional<Conversation> find(AccountId account, UUID conversation) {
        return em.createNamedQuery("Conversation.byId", Conversation.class)
                .setParameter("account", account.value())
                .setParameter("id", conversation)
                .getResultStream()
                .findFirst();
    }
}
