package eu.lethe.chat.conversations;

import eu.lethe.chat.sites.PublishedSite;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.personaldata.StoreSettings;
import eu.lethe.compliance.recipients.Disclosures;
import eu.lethe.compliance.recipients.Egress;
import eu.lethe.compliance.restrictions.Restrictions;
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
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is said, kept sealed: the visitor's questions and the answers to them. */
@Stateless
@Interceptors(AccountScope.class)
public class Conversations {

    private static final int HISTORY = 8;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Subjects subjects;

    @Inject
    private StoreSettings stores;

    @Inject
    private Restrictions restrictions;

    @Inject
    private Vault vault;

    @Inject
    private Disclosures disclosures;

    @Inject
    private Clock clock;

    /** @param entryPage URL the visitor wrote from; kept without query and fragment except utm_* (SEED-C6) */
    public record Utterance(
            UUID id, String text, String language, @Nullable String entryPage) {}

    /**
     * Stores what the visitor said, in the conversation or in a new one; the same utterance id again gives the same turn.
     *
     * @param conversation the running one, or null to begin
     * @throws ConversationNotFound if it is not this visitor's on this site (404)
     */
    public Turn hear(Subject subject, PublishedSite site, @Nullable UUID conversation, Utterance utterance) {
        subjects.holdForSubmission(subject);
        if (!stores.holdOn(subject.account(), ConversationsData.STORE)) {
            return unkept(subject, site, conversation, utterance);
        }
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

    /** Stores the answer, if transcripts are kept; refused with SubjectGone if the person was erased meanwhile. */
    public void answered(Turn turn, Answer answer) {
        subjects.hold(turn.subject());
        if (!turn.kept() || !stores.holdOn(turn.account(), ConversationsData.STORE)) {
            return;
        }
        var talk = find(turn.account(), turn.conversation(), LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(ConversationNotFound::new);
        byte[] sealed = vault.keyOf(turn.subject()).seal(Message.TEXT, answer.text());
        message(turn.account(), turn.answer())
                .ifPresentOrElse(
                        earlier -> earlier.says(sealed, answer),
                        () -> em.persist(Message.answering(turn, talk, sealed, answer, clock.instant())));
        talk.wasAnswered(answer);
        Egress egress = answer.egress();
        if (egress != null) {
            disclosures.answered(turn.subject(), turn.answer(), egress);
        }
    }

    /** The visitor's verdict on an answer. @throws MessageNotFound (404) */
    public void rate(Subject subject, UUID message, boolean helpful) {
        subjects.hold(subject);
        message(subject.account(), message)
                .filter(found -> found.isOf(subject) && found.isBy(Author.ASSISTANT))
                .orElseThrow(MessageNotFound::new)
                .wasFound(helpful);
    }

    private Conversation begin(Subject subject, PublishedSite site, Utterance utterance) {
        var talk = Conversation.startedBy(subject, site, utterance.language(), utterance.entryPage(), clock.instant());
        em.persist(talk);
        em.flush();
        return talk;
    }

    // Nothing of it is written anywhere, so every question stands alone.
    private Turn unkept(Subject subject, PublishedSite site, @Nullable UUID conversation, Utterance utterance) {
        return new Turn(
                subject,
                site.id(),
                conversation == null ? UUID.randomUUID() : conversation,
                utterance.id(),
                UUID.randomUUID(),
                utterance.language(),
                Phase.EXPLORING,
                utterance.text(),
                List.of(),
                false,
                restrictions.isRestricted(subject));
    }

    private Turn again(Subject subject, PublishedSite site, Message question, SubjectKey key) {
        if (!question.isOf(subject) || !question.isBy(Author.VISITOR)) {
            throw new MessageIdTaken();
        }
        var talk = find(subject.account(), question.conversation(), LockModeType.NONE)
                .filter(found -> found.isOf(subject, site))
                .orElseThrow(ConversationNotFound::new);
        return turn(subject, site, talk, question, question.text(key), history(talk, question.position(), key));
    }

    private Turn turn(
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
                history,
                true,
                restrictions.isRestricted(subject));
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
