package eu.lethe.compliance.recipients;

import eu.lethe.compliance.kernel.NotPersonal;
import eu.lethe.compliance.kernel.PersonalData;
import eu.lethe.compliance.kernel.PersonalData.Category;
import eu.lethe.compliance.kernel.PersonalData.Purpose;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.vault.SubjectKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing given to one recipient about one person: what kind of thing, when, and what the recipient calls the person. */
@Entity
@Table(schema = "compliance", name = "disclosure")
@NamedQuery(
        name = "Disclosure.byId",
        query = "select d from Disclosure d where d.account = :account and d.subject = :subject and d.id = :id")
@NamedQuery(
        name = "Disclosure.ofSubject",
        query = "select d, r from Disclosure d join Recipient r on r.id = d.recipient"
                + " where d.account = :account and d.subject = :subject order by d.sentAt desc, d.id")
class Disclosure {

    private static final String REFERENCE = "disclosure.reference";
    private static final int LONGEST_REFERENCE = 500;

    @Id
    @NotPersonal
    private UUID id;

    @Column(name = "account_id")
    @NotPersonal
    private UUID account;

    @Column(name = "subject_id")
    @PersonalData(category = Category.IDENTIFIER, purpose = Purpose.ADMINISTRATION)
    private UUID subject;

    @NotPersonal
    private int generation;

    @Column(name = "recipient_id")
    @PersonalData(category = Category.SYSTEM_METADATA, purpose = Purpose.ADMINISTRATION)
    private UUID recipient;

    @Enumerated(EnumType.STRING)
    @NotPersonal
    private Channel channel;

    @Enumerated(EnumType.STRING)
    @NotPersonal
    private Disclosures.State state;

    @PersonalData(category = Category.SYSTEM_METADATA, purpose = Purpose.ADMINISTRATION)
    private String fields;

    @Column(name = "answer_id")
    @NotPersonal
    private @Nullable UUID answer;

    @NotPersonal
    private @Nullable String model;

    @NotPersonal
    private @Nullable String country;

    @Column(name = "retention_days")
    @NotPersonal
    private @Nullable Integer retentionDays;

    @PersonalData(category = Category.SYSTEM_METADATA, purpose = Purpose.ADMINISTRATION)
    private int redactions;

    @Column(name = "request_id")
    @PersonalData(category = Category.SYSTEM_METADATA, purpose = Purpose.ADMINISTRATION)
    private @Nullable String request;

    @Column(name = "sealed_ref")
    @PersonalData(category = Category.IDENTIFIER, purpose = Purpose.ADMINISTRATION, sealed = true)
    private byte @Nullable [] sealedReference;

    @Column(name = "sent_at")
    @PersonalData(category = Category.BEHAVIOUR, purpose = Purpose.ADMINISTRATION)
    private Instant sentAt;

    @SuppressWarnings("NullAway.Init")
    protected Disclosure() {}

    private static Disclosure of(Subject subject, UUID recipient, Channel channel, Set<FieldClass> fields) {
        if (fields.isEmpty()) {
            throw new InvalidDisclosure("fields", "Name at least one kind of thing that is given.");
        }
        var disclosure = new Disclosure();
        disclosure.id = UUID.randomUUID();
        disclosure.account = subject.account().value();
        disclosure.subject = subject.id();
        disclosure.generation = subject.generation();
        disclosure.recipient = recipient;
        disclosure.channel = channel;
        disclosure.fields = FieldClass.names(fields);
        return disclosure;
    }

    static Disclosure intended(Subject subject, Copy copy, Instant now) {
        var intended = of(subject, copy.recipient(), copy.channel(), copy.fields());
        intended.state = Disclosures.State.INTENDED;
        intended.sentAt = now;
        return intended;
    }

    static Disclosure toModel(Subject subject, UUID answer, Egress egress) {
        var sent = of(subject, egress.recipient(), Channel.MODEL, egress.fields());
        sent.state = Disclosures.State.SENT;
        sent.answer = answer;
        sent.model = shortened(egress.model());
        sent.country = egress.country();
        sent.retentionDays = egress.retentionDays();
        sent.redactions = egress.redactions();
        sent.request = shortened(egress.requestId());
        sent.sentAt = egress.sentAt();
        return sent;
    }

    void wasSent(Instant now) {
        state = Disclosures.State.SENT;
        sentAt = now;
    }

    /** What was sent stays sent. */
    void wasNotSent() {
        if (state == Disclosures.State.INTENDED) {
            state = Disclosures.State.FAILED;
        }
    }

    void isCalled(@Nullable String reference, SubjectKey key) {
        if (reference == null || reference.isBlank()) {
            return;
        }
        if (reference.length() > LONGEST_REFERENCE) {
            throw new InvalidDisclosure("reference", "A reference has at most 500 characters.");
        }
        sealedReference = key.seal(REFERENCE, reference.strip());
    }

    /** What the recipient calls the request it was sent with. */
    @Nullable
    String requestId() {
        return request;
    }

    @Nullable
    String reference(SubjectKey key) {
        return sealedReference == null ? null : key.open(REFERENCE, sealedReference);
    }

    /** Opens what another query found. */
    static String opened(byte[] sealedReference, SubjectKey key) {
        return key.open(REFERENCE, sealedReference);
    }

    UUID id() {
        return id;
    }

    Disclosures.DisclosureView view(Recipient to) {
        RecipientDetails who = to.details();
        return new Disclosures.DisclosureView(
                id,
                recipient,
                who.name(),
                who.category(),
                channel,
                state,
                FieldClass.of(fields),
                answer,
                model,
                country == null ? who.country() : country,
                retentionDays == null ? who.retentionDays() : retentionDays,
                redactions,
                sentAt);
    }

    private static @Nullable String shortened(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return text.length() <= 200 ? text : text.substring(0, 200);
    }
}
