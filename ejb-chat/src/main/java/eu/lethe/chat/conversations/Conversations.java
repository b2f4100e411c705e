package eu.lethe.chat.conversations;

import eu.lethe.chat.sites.PublishedSite;
import eu.lethe.compliance.audit.AuditAction;
import eu.lethe.compliance.audit.AuditLog;
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
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was said, kept sealed. */
@Stateless
@Interceptors(AccountScope.class)
public class Conversations {

    private static final int HISTORY = 8;
    private static final int MOST_ROWS = 200;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Subjects subjects;

    @Inject
    private Vault vault;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /** @param entryPage URL the visitor wrote from; kept without query and fragment except utm_* (SEED-C6) */
    public record Utterance(
            UUID id, String text, String language, @Nullable String entryPage) {}

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

    /**
     * Stores what the visitor said, in the conversation or in a new one; the same utterance id again gives the same turn.
     *
     * @param conversation the running one, or null to begin
     * @throws ConversationNotFound if it is not this visitor's on this site (404)
     */
    public Turn hear(Subject subject, PublishedSite site, @Nullable UUID conversation, Utterance utterance) {
        subjects.hold(subject);
        SubjectKey key = vault.keyOf(subject);
        Optional<Message> heard = message(subject.account(), utterance.id());
        if (heard.isPresent()) {
            return again(subject, site, heard.get(), key);
        }
        Conversation talk = conversation == null
                ? begin(subject, site, utterance)
                : find(subject.account(), conversation, LockModeType.PESSIMISTIC_WRITE)
                        .filter(found -> found.isOf(subject, site))
                        .orElseThrow(ConversationNotFound::new);
        var history = history(talk, Integer.MAX_VALUE, key);
        var question = Message.askedBy(
                subject, utterance.id(), talk, key.seal(Message.TEXT, utterance.text()), clock.instant());
        em.persist(question);
        return turn(subject, site, talk, question, utterance.text(), history);
    }

    /** Stores the answer; refused with SubjectGone if the person was erased meanwhile. */
    public void answered(Turn turn, Answer answer) {
        subjects.hold(turn.subject());
        var talk = find(turn.account(), turn.conversation(), LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(ConversationNotFound::new);
        byte[] sealed = vault.keyOf(turn.subject()).seal(Message.TEXT, answer.text());
        message(turn.account(), turn.answer())
                .ifPresentOrElse(
                        earlier -> earlier.says(sealed, answer),
                        () -> em.persist(Message.answering(turn, talk, sealed, answer, clock.instant())));
        talk.wasAnswered(answer);
    }

    /** The visitor's own conversation. */
    public Transcript own(Subject subject, UUID conversation) {
        subjects.hold(subject);
        var talk = find(subject.account(), conversation)
                .filter(found -> found.isOf(subject))
                .orElseThrow(ConversationNotFound::new);
        return transcript(talk);
    }

    /** The visitor's verdict on an answer. @throws MessageNotFound (404) */
    public void rate(Subject subject, UUID message, boolean helpful) {
        subjects.hold(subject);
        message(subject.account(), message)
                .filter(found -> found.isOf(subject) && found.isBy(Author.ASSISTANT))
                .orElseThrow(MessageNotFound::new)
                .wasFound(helpful);
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
            subjects.forget(caller, talk.subject().id());
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

    private Conversation begin(Subject subject, PublishedSite site, Utterance utterance) {
        var talk = Conversation.startedBy(subject, site, utterance.language(), utterance.entryPage(), clock.instant());
        em.persist(talk);
        em.flush();
        return talk;
    }

    private Turn again(Subject subject, PublishedSite site, Message question, SubjectKey key) {
        if (!question.isOf(subject) || !question.isBy(Author.VISITOR)) {
            throw new MessageIdTaken();
        }
        var talk = find(subject.account(), question.conversation())
                .filter(found -> found.isOf(subject, site))
                .orElseThrow(ConversationNotFound::new);
        return turn(subject, site, talk, question, question.text(key), history(talk, question.position(), key));
    }

    private static Turn turn(
            Subject subject,
            PublishedSite site,
            Conversation talk,
            Message question,
            String text,
            List<Turn.Said> history) {
        return new Turn(
                subject,
                site.id(),
                talk.id(),
                question.id(),
                question.reply(),
                talk.language(),
                talk.phase(),
                text,
                history);
    }

    private List<Turn.Said> history(Conversation talk, int before, SubjectKey key) {
        List<Turn.Said> latestFirst = em.createNamedQuery("Message.latest", Message.class)
                .setParameter("account", talk.subject().account().value())
                .setParameter("conversation", talk.id())
                .setMaxResults(HISTORY)
                .getResultStream()
                .filter(message -> message.position() < before)
                .map(message -> message.said(key))
                .collect(Collectors.toList());
        Collections.reverse(latestFirst);
        return latestFirst;
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
        return find(account, conversation, LockModeType.NONE);
    }

    private Optional<Conversation> find(AccountId account, UUID conversation, LockModeType lock) {
        return em.createNamedQuery("Conversation.byId", Conversation.class)
                .setParameter("account", account.value())
                .setParameter("id", conversation)
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }

    private Optional<Message> message(AccountId account, UUID id) {
        return em.createNamedQuery("Message.byId", Message.class)
                .setParameter("account", account.value())
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }
}
