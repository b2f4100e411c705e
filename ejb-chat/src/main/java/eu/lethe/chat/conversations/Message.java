package eu.lethe.chat.conversations;

import eu.lethe.compliance.kernel.NotPersonal;
import eu.lethe.compliance.kernel.PersonalData;
import eu.lethe.compliance.kernel.PersonalData.Category;
import eu.lethe.compliance.kernel.PersonalData.Purpose;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.persistence.Json;
import eu.lethe.compliance.personaldata.Row;
import eu.lethe.compliance.vault.SubjectKey;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing said. Its text exists in the database only sealed. */
@Entity
@Table(name = "message", schema = "chat")
@NamedQuery(name = "Message.byId", query = "select m from Message m where m.account = :account and m.id = :id")
@NamedQuery(
        name = "Message.ofConversation",
        query =
                "select m from Message m where m.account = :account and m.conversation = :conversation order by m.position")
@NamedQuery(
        name = "Message.ofSubject",
        query = "select m from Message m where m.account = :account and m.subject = :subject"
                + " order by m.conversation, m.position")
@NamedQuery(
        name = "Message.latest",
        query = "select m from Message m where m.account = :account and m.conversation = :conversation"
                + " order by m.position desc")
@NamedQuery(
        name = "Message.first",
        query = "select m from Message m where m.account = :account and m.conversation in :conversations"
                + " and m.position = 0")
class Message {

    static final String TEXT = "message.text";
    private static final Jsonb JSON = JsonbBuilder.create();

    @Id
    @NotPersonal
    private UUID id;

    @Column(name = "account_id")
    @NotPersonal
    private UUID account;

    @Column(name = "conversation_id")
    @NotPersonal
    private UUID conversation;

    @Column(name = "subject_id")
    @PersonalData(category = Category.IDENTIFIER, purpose = Purpose.ADVICE)
    private UUID subject;

    @NotPersonal
    private int generation;

    @NotPersonal
    private int position;

    @Enumerated(EnumType.STRING)
    @NotPersonal
    private Author author;

    @Enumerated(EnumType.STRING)
    @NotPersonal
    private MessageState state;

    @Column(name = "sealed_text")
    @PersonalData(category = Category.COMMUNICATION, purpose = Purpose.ADVICE, sealed = true)
    private byte[] sealedText;

    @Column(name = "reply_id")
    @NotPersonal
    private @Nullable UUID reply;

    @PersonalData(category = Category.SYSTEM_METADATA, purpose = Purpose.ADVICE)
    private @Nullable Double confidence;

    @PersonalData(category = Category.SYSTEM_METADATA, purpose = Purpose.ADVICE)
    private boolean abstained;

    @PersonalData(category = Category.SYSTEM_METADATA, purpose = Purpose.ADVICE)
    private @Nullable Json citations;

    @NotPersonal
    private @Nullable String provider;

    @NotPersonal
    private @Nullable String model;

    @NotPersonal
    private @Nullable String problem;

    @PersonalData(category = Category.BEHAVIOUR, purpose = Purpose.ADVICE)
    private @Nullable Boolean helpful;

    @Column(name = "created_at")
    @PersonalData(category = Category.BEHAVIOUR, purpose = Purpose.ADVICE)
    private Instant createdAt;

    /** How citations are kept. */
    public record Cited(List<Citation> citations) {}

    @SuppressWarnings("NullAway.Init")
    protected Message() {}

    private static Message of(Subject subject, UUID id, UUID conversation, Author author, Instant now) {
        var message = new Message();
        message.id = id;
        message.account = subject.account().value();
        message.conversation = conversation;
        message.subject = subject.id();
        message.generation = subject.generation();
        message.author = author;
        message.state = MessageState.COMPLETE;
        message.createdAt = now;
        return message;
    }

    static Message askedBy(Subject subject, UUID id, Conversation conversation, byte[] sealedText, Instant now) {
        var message = of(subject, id, conversation.id(), Author.VISITOR, now);
        message.position = conversation.hears(now);
        message.sealedText = sealedText;
        message.reply = UUID.randomUUID();
        return message;
    }

    static Message answering(Turn turn, Conversation conversation, byte[] sealedText, Answer answer, Instant now) {
        var message = of(turn.subject(), turn.answer(), turn.conversation(), Author.ASSISTANT, now);
        message.position = conversation.hears(now);
        message.says(sealedText, answer);
        return message;
    }

    /** An answer that was cut short is said again to its end. */
    void says(byte[] sealed, Answer answer) {
        sealedText = sealed;
        state = answer.state();
        confidence = answer.confidence();
        abstained = answer.abstained();
        citations = new Json(JSON.toJson(new Cited(answer.citations())));
        provider = answer.provider();
        model = answer.model();
        problem = answer.problem();
    }

    /** Changes the key, not the text. */
    void reseal(SubjectKey from, SubjectKey to) {
        sealedText = to.seal(TEXT, from.open(TEXT, sealedText));
    }

    void wasFound(boolean isHelpful) {
        helpful = isHelpful;
    }

    boolean isOf(Subject who) {
        return subject.equals(who.id()) && generation == who.generation();
    }

    boolean isBy(Author who) {
        return author == who;
    }

    UUID id() {
        return id;
    }

    UUID conversation() {
        return conversation;
    }

    /** The id of the answer to this question. */
    UUID reply() {
        if (reply == null) {
            throw new IllegalStateException("only a question has a reply");
        }
        return reply;
    }

    int position() {
        return position;
    }

    Turn.Said said(SubjectKey key) {
        return new Turn.Said(author, text(key), abstained);
    }

    String text(SubjectKey key) {
        return key.open(TEXT, sealedText);
    }

    List<Citation> citations() {
        return citations == null
                ? List.of()
                : JSON.fromJson(citations.text(), Cited.class).citations();
    }

    /** What a visitor said has no verdicts on it, so those fields are null there. */
    Row extract(SubjectKey key) {
        boolean spoken = author == Author.ASSISTANT;
        return new Row()
                .with("id", id)
                .with("conversation", conversation)
                .with("position", position)
                .with("author", author)
                .with("aiGenerated", spoken)
                .with("text", text(key))
                .with("createdAt", createdAt)
                .with("state", state)
                .with("confidence", confidence)
                .with("abstained", spoken ? abstained : null)
                .with("helpful", helpful)
                .with("provider", provider)
                .with("model", model)
                .with("problem", problem);
    }

    Transcripts.MessageView view(SubjectKey key) {
        return new Transcripts.MessageView(
                id, author, text(key), state, confidence, abstained, citations(), provider, model, helpful, createdAt);
    }
}
