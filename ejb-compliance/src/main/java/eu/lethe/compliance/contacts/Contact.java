package eu.lethe.compliance.contacts;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.NotPersonal;
import eu.lethe.compliance.kernel.PersonalData;
import eu.lethe.compliance.kernel.PersonalData.Category;
import eu.lethe.compliance.kernel.PersonalData.Purpose;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.vault.SubjectKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How one person can be reached. */
@Entity
@Table(schema = "compliance", name = "contact")
class Contact {

    static final String NAME = "contact.name";
    static final String EMAIL = "contact.email";
    static final String PHONE = "contact.phone";

    @Id
    @PersonalData(category = Category.IDENTIFIER, purpose = Purpose.LEAD)
    @Column(name = "subject_id")
    private UUID subject;

    @NotPersonal
    @Column(name = "account_id")
    private UUID account;

    @NotPersonal
    private int generation;

    @PersonalData(category = Category.CONTACT, purpose = Purpose.LEAD, sealed = true)
    @Column(name = "sealed_name")
    private byte @Nullable [] name;

    @PersonalData(category = Category.CONTACT, purpose = Purpose.LEAD, sealed = true)
    @Column(name = "sealed_email")
    private byte @Nullable [] email;

    @PersonalData(category = Category.CONTACT, purpose = Purpose.LEAD, sealed = true)
    @Column(name = "sealed_phone")
    private byte @Nullable [] phone;

    @PersonalData(category = Category.IDENTIFIER, purpose = Purpose.LEAD)
    @Column(name = "email_code")
    private byte @Nullable [] emailCode;

    @PersonalData(category = Category.BEHAVIOUR, purpose = Purpose.LEAD)
    @Column(name = "changed_at")
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected Contact() {}

    void becomes(Particulars wanted, byte @Nullable [] code, SubjectKey key, Instant now) {
        name = sealed(key, NAME, wanted.name());
        email = sealed(key, EMAIL, wanted.emailText());
        phone = sealed(key, PHONE, wanted.phone());
        emailCode = code;
        changedAt = now;
    }

    boolean isOf(Subject who) {
        return account.equals(who.account().value()) && generation == who.generation();
    }

    Subject subject() {
        return new Subject(new AccountId(account), subject, generation);
    }

    Contacts.ContactView view(SubjectKey key) {
        return new Contacts.ContactView(
                opened(key, NAME, name), opened(key, EMAIL, email), opened(key, PHONE, phone), changedAt);
    }

    private static byte @Nullable [] sealed(SubjectKey key, String field, @Nullable String text) {
        return text == null ? null : key.seal(field, text);
    }

    private static @Nullable String opened(SubjectKey key, String field, byte @Nullable [] sealed) {
        return sealed == null ? null : key.open(field, sealed);
    }
}
