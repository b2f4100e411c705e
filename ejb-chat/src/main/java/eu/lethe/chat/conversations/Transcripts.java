package eu.lethe.chat.conversations;

import eu.lethe.compliance.audit.AuditAction;
import eu.lethe.compliance.audit.AuditLog;
import eu.lethe.compliance.erasure.ConversationErasures;
import eu.lethe.compliance.erasure.Receipt;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.Role;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.persistence.FencedRows;
import eu.lethe.compliance.personaldata.StoreSettings;
import eu.lethe.compliance.restrictions.HeldReason;
import eu.lethe.compliance.restrictions.LegalHolds;
import eu.lethe.compliance.restrictions.ReadingReason;
import eu.lethe.compliance.restrictions.ReasonNeeded;
import eu.lethe.compliance.restrictions.Restrictions;
import eu.lethe.compliance.subjects.Subjects;
import eu.lethe.compliance.vault.SubjectKey;
import eu.lethe.compliance.vault.Vault;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private StoreSettings stores;

    @Inject
    private Restrictions restrictions;

    @Inject
    private LegalHolds holds;

    @Inject
    private Vault vault;

    @Inject
    private ConversationErasures erasures;

    @Inject
    private AuditLog audit;

    /** @param query an id of a conversation or visitor, or a part of an entry page; texts are sealed, see TranscriptSearch */
    public record Filter(
            @Nullable UUID site,
            @Nullable Phase phase,
            @Nullable LeadStatus leadStatus,
            @Nullable Boolean unanswered,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String query) {}

    /** @param restricted whether it may be stored and nothing else: what was said does not show without a reason */
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
            Instant lastMessageAt,
            boolean restricted) {}

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

    /** Whether what is said is stored at all: an account may keep no transcripts. */
    public boolean areKept(Caller caller) {
        return stores.isOn(caller.account(), ConversationsData.STORE);
    }

    public Page list(Caller caller, Filter filter, int offset, int limit) {
        return list(caller, filter, List.of(), offset, limit);
    }

    /** @param said conversations that match the filter's query by what was said in them */
    public Page list(Caller caller, Filter filter, Collection<UUID> said, int offset, int limit) {
        Set<UUID> hidden = filter.query() == null ? Set.of() : restrictions.everybody(caller.account());
        var list = new ConversationList(caller.account(), filter, said, hidden);
        var rows = list.rows(em, Math.max(0, offset), Math.min(Math.max(1, limit), MOST_ROWS));
        Map<UUID, Message> first = firstMessages(caller.account(), rows);
        Set<UUID> restricted = restrictions.among(
                caller.account(), rows.stream().map(talk -> talk.subject().id()).toList());
        return new Page(
                rows.stream()
                        .map(talk -> restricted.contains(talk.subject().id())
                                ? talk.summary("", true)
                                : talk.summary(opened(talk, first.get(talk.id())), false))
                        .toList(),
                list.total(em));
    }

    /**
     * What was said, for a member; the log keeps who opened it and when (SEED-C10).
     *
     * @throws ReasonNeeded if the data of this person may be stored and nothing else (403)
     */
    public Transcript transcript(Caller caller, UUID conversation) {
        var talk = find(caller.account(), conversation).orElseThrow(ConversationNotFound::new);
        if (restrictions.isRestricted(talk.subject())) {
            throw new ReasonNeeded();
        }
        audit.record(caller, AuditAction.TRANSCRIPT_OPENED, conversation);
        return transcript(talk);
    }

    /** The same of somebody whose data is restricted, for a reason that the log keeps (Art. 18(2) GDPR). */
    public Transcript transcript(Caller caller, UUID conversation, ReadingReason reason) {
        caller.mustBeAny(Role.ADMIN, Role.DPO);
        audit.record(caller, reason.action(), conversation);
        return transcript(find(caller.account(), conversation).orElseThrow(ConversationNotFound::new));
    }

    /**
     * What a legal hold keeps, also of somebody who was erased: for the data protection officer only, and logged with the reason.
     *
     * @throws ConversationNotFound if it is not held (404)
     */
    public Transcript held(Caller caller, UUID conversation, HeldReason reason) {
        caller.mustBeAny(Role.DPO);
        if (holds.held(caller.account(), List.of(conversation)).isEmpty()) {
            throw new ConversationNotFound();
        }
        audit.record(caller, reason.action(), conversation);
        FencedRows.show(em);
        try {
            var talk = find(caller.account(), conversation).orElseThrow(ConversationNotFound::new);
            return transcript(talk, holds.keyOf(caller, talk.subject()));
        } finally {
            FencedRows.hide(em);
        }
    }

    public void setLeadStatus(Caller caller, UUID conversation, LeadStatus status) {
        caller.mustBeAny(Role.ADMIN, Role.AGENT);
        var talk = find(caller.account(), conversation).orElseThrow(ConversationNotFound::new);
        restrictions.mustBeFree(talk.subject());
        talk.becameLead(status);
    }

    /**
     * Erases a conversation in every store, with a certificate; the visitor stays (SEED-C9).
     *
     * @throws eu.lethe.compliance.restrictions.Held naming the law that keeps it (409)
     */
    public Receipt delete(Caller caller, UUID conversation) {
        return erasures.erase(caller, conversation).orElseThrow(ConversationNotFound::new);
    }

    private Transcript transcript(Conversation talk) {
        return transcript(talk, vault.keyOf(talk.subject()));
    }

    private Transcript transcript(Conversation talk, SubjectKey key) {
        var messages = em.createNamedQuery("Message.ofConversation", Message.class)
                .setParameter("account", talk.subject().account().value())
                .setParameter("conversation", talk.id())
                .getResultStream()
                .map(message -> message.view(key))
                .toList();
        String first = messages.isEmpty() ? "" : messages.get(0).text();
        boolean restricted = restrictions.isRestricted(talk.subject());
        return new Transcript(talk.summary(first, restricted), messages);
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
