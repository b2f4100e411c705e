package eu.lethe.chat.conversations;

import eu.lethe.chat.sites.PublishedSite;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.NotPersonal;
import eu.lethe.compliance.kernel.PersonalData;
import eu.lethe.compliance.kernel.PersonalData.Category;
import eu.lethe.compliance.kernel.PersonalData.Purpose;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.personaldata.Dated;
import eu.lethe.compliance.personaldata.Row;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A visitor's session with the assistant, and perhaps an agent. */
@Entity
@Table(name = "conversation", schema = "chat")
@NamedQuery(
        name = "Conversation.byId",
        query = "select c from Conversation c where c.account = :account and c.id = :id")
@NamedQuery(
        name = "Conversation.ofSubject",
        query = "select c from Conversation c where c.account = :account and c.subject = :subject"
                + " order by c.startedAt, c.id")
class Conversation {

    @Id
    @NotPersonal
    private UUID id;

    @Column(name = "account_id")
    @NotPersonal
    private UUID account;

    @Column(name = "site_id")
    @NotPersonal
    private UUID site;

    @Column(name = "subject_id")
    @PersonalData(category = Category.IDENTIFIER, purpose = Purpose.ADVICE)
    private UUID subject;

    @NotPersonal
    private int generation;

    @Enumerated(EnumType.STRING)
    @PersonalData(category = Category.BEHAVIOUR, purpose = Purpose.ADVICE)
    private Phase phase;

    @Enumerated(EnumType.STRING)
    @Column(name = "lead_status")
    @PersonalData(category = Category.BEHAVIOUR, purpose = Purpose.LEAD)
    private LeadStatus leadStatus;

    @Column(name = "message_count")
    @PersonalData(category = Category.BEHAVIOUR, purpose = Purpose.ADVICE)
    private int messageCount;

    @PersonalData(category = Category.BEHAVIOUR, purpose = Purpose.ADVICE)
    private String language;

    @Column(name = "entry_page")
    @PersonalData(category = Category.IDENTIFIER, purpose = Purpose.ADVICE)
    private @Nullable String entryPage;

    @PersonalData(category = Category.SYSTEM_METADATA, purpose = Purpose.ADVICE)
    private boolean unanswered;

    @Column(name = "lowest_confidence")
    @PersonalData(category = Category.SYSTEM_METADATA, purpose = Purpose.ADVICE)
    private @Nullable Double lowestConfidence;

    @Column(name = "started_at")
    @PersonalData(category = Category.BEHAVIOUR, purpose = Purpose.ADVICE)
    private Instant startedAt;

    @Column(name = "last_message_at")
    @PersonalData(category = Category.BEHAVIOUR, purpose = Purpose.ADVICE)
    private Instant lastMessageAt;

    @SuppressWarnings("NullAway.Init")
    protected Conversation() {}

    static Conversation startedBy(
            Subject subject, PublishedSite site, String language, @Nullable String page, Instant now) {
        var conversation = new Conversation();
        conversation.id = UUID.randomUUID();
        conversation.account = subject.account().value();
        conversation.site = site.id();
        conversation.subject = subject.id();
        conversation.generation = subject.generation();
        conversation.phase = Phase.EXPLORING;
        conversation.leadStatus = LeadStatus.NONE;
        conversation.language = language;
        conversation.entryPage = EntryPage.of(page);
        conversation.startedAt = now;
        conversation.lastMessageAt = now;
        return conversation;
    }

    /** Adds a message and gives its position. */
    int hears(Instant now) {
        lastMessageAt = now;
        return messageCount++;
    }

    /** Takes note of how an answer went. */
    void wasAnswered(Answer answer) {
        phase = answer.phase();
        unanswered = answer.abstained();
        if (lowestConfidence == null || answer.confidence() < lowestConfidence) {
            lowestConfidence = answer.confidence();
        }
    }

    void becameLead(LeadStatus status) {
        leadStatus = status;
    }

    Dated dated() {
        return new Dated(id, startedAt, lastMessageAt);
    }

    boolean isOf(Subject who, PublishedSite where) {
        return subject.equals(who.id()) && site.equals(where.id());
    }

    boolean isOf(Subject who) {
        return subject.equals(who.id()) && generation == who.generation();
    }

    Subject subject() {
        return new Subject(new AccountId(account), subject, generation);
    }

    UUID id() {
        return id;
    }

    UUID site() {
        return site;
    }

    String language() {
        return language;
    }

    Phase phase() {
        return phase;
    }

    Row extract(String siteName) {
        return new Row()
                .with("id", id)
                .with("site", siteName)
                .with("startedAt", startedAt)
                .with("lastMessageAt", lastMessageAt)
                .with("language", language)
                .with("entryPage", entryPage)
                .with("phase", phase)
                .with("leadStatus", leadStatus)
                .with("messageCount", messageCount)
                .with("unanswered", unanswered)
                .with("lowestConfidence", lowestConfidence);
    }

    Transcripts.Summary summary(String firstQuestion, boolean restricted) {
        return new Transcripts.Summary(
                id,
                site,
                subject,
                phase,
                leadStatus,
                messageCount,
                language,
                entryPage,
                firstQuestion,
                lowestConfidence,
                startedAt,
                lastMessageAt,
                restricted);
    }
}
