package eu.lethe.compliance.requests;

import eu.lethe.compliance.contacts.Amendment;
import eu.lethe.compliance.contacts.EmailAddress;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.NotPersonal;
import eu.lethe.compliance.kernel.PersonalData;
import eu.lethe.compliance.kernel.PersonalData.Category;
import eu.lethe.compliance.kernel.PersonalData.Purpose;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.vault.SubjectKey;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was said in a request, by either side, sealed under a key of the request's own. Goes with the person. */
@Entity
@Table(schema = "compliance", name = "request_words")
class RequestWords {

    private static final String EMAIL = "request.email";
    private static final String TEXT = "request.text";
    private static final String CORRECTION = "request.correction";
    private static final String ANSWER = "request.answer";
    private static final String EXPLANATION = "request.explanation";
    private static final Jsonb JSON = JsonbBuilder.create();

    @Id
    @NotPersonal
    @Column(name = "request_id")
    private UUID request;

    @NotPersonal
    @Column(name = "account_id")
    private UUID account;

    @NotPersonal
    private boolean linked;

    @PersonalData(category = Category.IDENTIFIER, purpose = Purpose.ADMINISTRATION)
    @Column(name = "email_code")
    private byte @Nullable [] emailCode;

    @PersonalData(category = Category.CONTACT, purpose = Purpose.ADMINISTRATION, sealed = true)
    @Column(name = "sealed_email")
    private byte @Nullable [] email;

    @PersonalData(category = Category.COMMUNICATION, purpose = Purpose.ADMINISTRATION, sealed = true)
    @Column(name = "sealed_text")
    private byte @Nullable [] text;

    @PersonalData(category = Category.CONTACT, purpose = Purpose.ADMINISTRATION, sealed = true)
    @Column(name = "sealed_correction")
    private byte @Nullable [] correction;

    @PersonalData(category = Category.COMMUNICATION, purpose = Purpose.ADMINISTRATION, sealed = true)
    @Column(name = "sealed_answer")
    private byte @Nullable [] answer;

    @PersonalData(category = Category.COMMUNICATION, purpose = Purpose.ADMINISTRATION, sealed = true)
    @Column(name = "sealed_explanation")
    private byte @Nullable [] explanation;

    @SuppressWarnings("NullAway.Init")
    protected RequestWords() {}

    /** The words in readable form. */
    record Said(
            @Nullable EmailAddress email,
            @Nullable String text,
            @Nullable Amendment correction) {

        boolean isNothing() {
            return email == null && text == null && correction == null;
        }
    }

    static RequestWords sealed(SubjectRequest request, Said said, byte @Nullable [] emailCode, SubjectKey key) {
        var words = new RequestWords();
        words.request = request.id();
        words.account = request.account().value();
        words.emailCode = emailCode;
        words.email = said.email() == null ? null : key.seal(EMAIL, said.email().text());
        words.text = sealed(key, TEXT, said.text());
        words.correction = said.correction() == null ? null : key.seal(CORRECTION, JSON.toJson(said.correction()));
        return words;
    }

    /** Whose key the words of a request are sealed with: its own, as it may come from somebody nobody knows. */
    static Subject ownerOf(AccountId account, UUID request) {
        return new Subject(account, request, 1);
    }

    Subject owner() {
        return ownerOf(new AccountId(account), request);
    }

    byte @Nullable [] emailCode() {
        return emailCode == null ? null : emailCode.clone();
    }

    void areAboutSomebody() {
        linked = true;
    }

    void answer(@Nullable String given, SubjectKey key) {
        answer = sealed(key, ANSWER, given);
    }

    void explain(@Nullable String given, SubjectKey key) {
        explanation = sealed(key, EXPLANATION, given);
    }

    @Nullable
    EmailAddress email(SubjectKey key) {
        String opened = opened(key, EMAIL, email);
        return opened == null ? null : EmailAddress.of(opened).orElse(null);
    }

    @Nullable
    String text(SubjectKey key) {
        return opened(key, TEXT, text);
    }

    @Nullable
    Amendment correction(SubjectKey key) {
        String opened = opened(key, CORRECTION, correction);
        return opened == null || opened.equals(SubjectKey.ERASED) ? null : JSON.fromJson(opened, Amendment.class);
    }

    @Nullable
    String answer(SubjectKey key) {
        return opened(key, ANSWER, answer);
    }

    @Nullable
    String explanation(SubjectKey key) {
        return opened(key, EXPLANATION, explanation);
    }

    private static byte @Nullable [] sealed(SubjectKey key, String field, @Nullable String text) {
        return text == null || text.isBlank() ? null : key.seal(field, text.strip());
    }

    private static @Nullable String opened(SubjectKey key, String field, byte @Nullable [] sealed) {
        return sealed == null ? null : key.open(field, sealed);
    }
}
