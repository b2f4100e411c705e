package eu.lethe.compliance.mail;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.NotPersonal;
import eu.lethe.compliance.kernel.PersonalData;
import eu.lethe.compliance.kernel.PersonalData.Category;
import eu.lethe.compliance.kernel.PersonalData.Purpose;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.personaldata.Row;
import eu.lethe.compliance.vault.SubjectKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A letter on its way out. Once it is settled nothing is left of what was in it. */
@Entity
@Table(schema = "compliance", name = "letter")
class Letter {

    private static final String TO = "letter.to";
    private static final String SUBJECT = "letter.subject";
    private static final String TEXT = "letter.text";

    @Id
    @NotPersonal
    private UUID id;

    @NotPersonal
    @Column(name = "account_id")
    private UUID account;

    @PersonalData(category = Category.IDENTIFIER, purpose = Purpose.ADMINISTRATION)
    @Column(name = "subject_id")
    private @Nullable UUID about;

    @NotPersonal
    private @Nullable Integer generation;

    @NotPersonal
    private String purpose;

    @NotPersonal
    @Enumerated(EnumType.STRING)
    private LetterState state;

    @PersonalData(category = Category.CONTACT, purpose = Purpose.ADMINISTRATION, sealed = true)
    @Column(name = "sealed_to")
    private byte @Nullable [] to;

    @PersonalData(category = Category.COMMUNICATION, purpose = Purpose.ADMINISTRATION, sealed = true)
    @Column(name = "sealed_subject")
    private byte @Nullable [] subject;

    @PersonalData(category = Category.COMMUNICATION, purpose = Purpose.ADMINISTRATION, sealed = true)
    @Column(name = "sealed_text")
    private byte @Nullable [] text;

    @NotPersonal
    @Column(name = "created_at")
    private Instant createdAt;

    @NotPersonal
    @Column(name = "expires_at")
    private Instant expiresAt;

    @NotPersonal
    @Column(name = "settled_at")
    private @Nullable Instant settledAt;

    @SuppressWarnings("NullAway.Init")
    protected Letter() {}

    static Letter sealed(AccountId account, UUID id, Mailbox.Draft draft, SubjectKey key, Instant now) {
        var letter = new Letter();
        letter.id = id;
        letter.account = account.value();
        letter.about = draft.about() == null ? null : draft.about().id();
        letter.generation = draft.about() == null ? null : draft.about().generation();
        letter.purpose = draft.purpose();
        letter.state = LetterState.WAITING;
        letter.to = key.seal(TO, draft.to().text());
        letter.subject = key.seal(SUBJECT, draft.subject());
        letter.text = key.seal(TEXT, draft.text());
        letter.createdAt = now;
        letter.expiresAt = now.plus(draft.usefulFor());
        return letter;
    }

    /** Under whose key the letter is sealed: its own, as it may be to somebody nobody knows. */
    static Subject ownerOf(AccountId account, UUID letter) {
        return new Subject(account, letter, 1);
    }

    boolean isWaiting() {
        return state == LetterState.WAITING;
    }

    boolean isUseful(Instant now) {
        return now.isBefore(expiresAt);
    }

    Opened opened(SubjectKey key) {
        if (to == null || subject == null || text == null) {
            throw new IllegalStateException("The letter " + id + " is settled");
        }
        return new Opened(id, key.open(TO, to), key.open(SUBJECT, subject), key.open(TEXT, text));
    }

    /** That it was written, what for, and what became of it; what it said stands in what it was about. */
    Map<String, Object> extracted() {
        return new Row()
                .with("id", id)
                .with("purpose", purpose)
                .with("state", state)
                .with("createdAt", createdAt)
                .with("settledAt", settledAt)
                .map();
    }

    void settle(LetterState how, Instant now) {
        state = how;
        settledAt = now;
        to = null;
        subject = null;
        text = null;
    }
}
