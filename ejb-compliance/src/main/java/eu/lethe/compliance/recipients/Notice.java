package eu.lethe.compliance.recipients;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.NotPersonal;
import eu.lethe.compliance.kernel.PersonalData;
import eu.lethe.compliance.kernel.PersonalData.Category;
import eu.lethe.compliance.kernel.PersonalData.Purpose;
import eu.lethe.compliance.kernel.Subject;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one recipient has to be told about one person, and how far that has come. */
@Entity
@Table(schema = "compliance", name = "notice")
@NamedQuery(
        name = "Notice.ofJob",
        query = "select n, r from Notice n join Recipient r on r.id = n.recipient"
                + " where n.account = :account and n.job = :job order by r.category, r.id")
@NamedQuery(
        name = "Notice.ofSubject",
        query = "select n, r from Notice n join Recipient r on r.id = n.recipient"
                + " where n.account = :account and n.subject = :subject order by n.createdAt desc, n.id")
@NamedQuery(
        name = "Notice.open",
        query = "select n, r from Notice n join Recipient r on r.id = n.recipient"
                + " where n.account = :account and n.delivery.state in :states order by n.createdAt, n.id")
@NamedQuery(
        name = "Notice.untold",
        query = "select n from Notice n where n.account = :account and n.subject = :subject"
                + " and n.recipient = :recipient and n.delivery.state in :states order by n.createdAt, n.id")
class Notice {

    // The erasure itself tells first; only what it leaves undone is the timer's.
    private static final Duration HEAD_START = Duration.ofSeconds(30);
    private static final int MOST_PULLS = 50;

    @Id
    @NotPersonal
    private UUID id;

    @NotPersonal
    @Column(name = "account_id")
    private UUID account;

    @NotPersonal
    @Enumerated(EnumType.STRING)
    private NoticeKind kind;

    @NotPersonal
    @Column(name = "job_id")
    private @Nullable UUID job;

    @PersonalData(category = Category.IDENTIFIER, purpose = Purpose.ADMINISTRATION)
    @Column(name = "subject_id")
    private @Nullable UUID subject;

    @NotPersonal
    private @Nullable Integer generation;

    @NotPersonal
    @Column(name = "request_id")
    private @Nullable UUID request;

    @PersonalData(category = Category.SYSTEM_METADATA, purpose = Purpose.ADMINISTRATION)
    private @Nullable String fields;

    @NotPersonal
    @Column(name = "recipient_id")
    private UUID recipient;

    @NotPersonal
    private int copies;

    @Column(name = "sealed_person")
    @PersonalData(category = Category.IDENTIFIER, purpose = Purpose.ADMINISTRATION, sealed = true)
    private byte @Nullable [] sealedPerson;

    @NotPersonal
    @Column(name = "keeps_key")
    private boolean keepsKey;

    @NotPersonal
    private int pulls;

    @NotPersonal
    @Column(name = "created_at")
    private Instant createdAt;

    @NotPersonal
    @Embedded
    private Delivery delivery;

    @SuppressWarnings("NullAway.Init")
    protected Notice() {}

    private static Notice of(AccountId account, NoticeKind kind, UUID recipient, int copies, Instant now) {
        var notice = new Notice();
        notice.id = UUID.randomUUID();
        notice.account = account.value();
        notice.kind = kind;
        notice.recipient = recipient;
        notice.copies = copies;
        notice.createdAt = now;
        // Until it is said what else: there is nothing to tell.
        notice.delivery = Delivery.settled(Told.State.NOTHING_SENT);
        return notice;
    }

    static Notice ofErasure(AccountId account, UUID job, UUID recipient, int copies, Instant now) {
        var notice = of(account, NoticeKind.ERASURE, recipient, copies, now);
        notice.job = job;
        return notice;
    }

    static Notice about(Subject person, Matter matter, UUID recipient, int copies, Instant now) {
        var notice = of(person.account(), matter.kind(), recipient, copies, now);
        notice.subject = person.id();
        notice.generation = person.generation();
        notice.request = matter.request();
        notice.fields = matter.fields().isEmpty() ? null : FieldClass.names(matter.fields());
        return notice;
    }

    /** Nothing was sent or nothing is kept. */
    Notice settled(Told.State how) {
        delivery = Delivery.settled(how);
        return this;
    }

    /** The recipient drops everything by itself. */
    Notice waiting(Instant until) {
        delivery = Delivery.waiting(until);
        return this;
    }

    /** The recipient has no address for notices: somebody tells them. */
    Notice byHand(byte @Nullable [] sealedPerson) {
        delivery = Delivery.settled(Told.State.BY_HAND);
        this.sealedPerson = sealedPerson;
        return this;
    }

    /** To be sent. @param from not before then, for nobody must be told in the wrong order; null for at once */
    Notice pending(byte @Nullable [] sealedPerson, @Nullable Instant from) {
        Instant soon = kind == NoticeKind.ERASURE ? createdAt.plus(HEAD_START) : createdAt;
        delivery = Delivery.pending(createdAt, from == null || from.isBefore(soon) ? soon : from);
        this.sealedPerson = sealedPerson;
        return this;
    }

    void attempted(Instant now) {
        delivery.attempted(now);
    }

    void delivered(Instant now) {
        delivery.delivered(now);
        forget();
    }

    void failed(String code, Instant now) {
        delivery.failed(code, now);
    }

    /** @param told when the recipient came to know at the latest */
    boolean acknowledged(Instant told, Instant now) {
        boolean first = delivery.acknowledged(told, now);
        forget();
        return first;
    }

    void refused() {
        delivery.refused();
        forget();
    }

    /** The recipient has no address for notices any more. */
    void lostAddress() {
        delivery.end(Told.State.BY_HAND);
    }

    /** Something newer is to be told about the same thing. */
    void superseded() {
        delivery.end(Told.State.SUPERSEDED);
        forget();
    }

    void timePassed(Instant now) {
        delivery.timePassed(now);
        forget();
    }

    // Whoever has to be told by a person has to be told about whom; nobody else has.
    private void forget() {
        if (!delivery.needsPerson()) {
            sealedPerson = null;
        }
    }

    /** What the recipient may fetch now that it was told that it was put right; nothing once it said that it is done. */
    Set<FieldClass> pulled() {
        if (kind != NoticeKind.RECTIFICATION || !delivery.isBeingWorkedOn() || pulls >= MOST_PULLS) {
            return Set.of();
        }
        pulls++;
        return fields();
    }

    Delivery delivery() {
        return delivery;
    }

    UUID id() {
        return id;
    }

    AccountId account() {
        return new AccountId(account);
    }

    NoticeKind kind() {
        return kind;
    }

    Optional<UUID> job() {
        return Optional.ofNullable(job);
    }

    /** The person, if it is about somebody who is still there. */
    Optional<Subject> subject() {
        return subject == null || generation == null
                ? Optional.empty()
                : Optional.of(new Subject(account(), subject, generation));
    }

    Set<FieldClass> fields() {
        return fields == null ? Set.of() : FieldClass.of(fields);
    }

    UUID recipient() {
        return recipient;
    }

    Instant createdAt() {
        return createdAt;
    }

    Optional<byte[]> sealedPerson() {
        return Optional.ofNullable(sealedPerson);
    }

    Told told(Recipient to) {
        return new Told(
                id,
                kind,
                job,
                subject,
                fields(),
                recipient,
                to.details().name(),
                to.details().category(),
                delivery.state(),
                copies,
                delivery.errorCode(),
                createdAt,
                delivery.toldAt(),
                delivery.acknowledgedAt(),
                delivery.until());
    }
}
