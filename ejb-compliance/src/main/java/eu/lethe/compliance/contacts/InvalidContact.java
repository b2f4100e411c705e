package eu.lethe.compliance.contacts;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** A field of a contact was refused; the code says why and the field says where. */
@ApplicationException(rollback = true)
public final class InvalidContact extends Problem {

    private InvalidContact(String field, String code, String detail) {
        super(Kind.INVALID, code, detail, field);
    }

    static InvalidContact name() {
        return new InvalidContact("name", "contact-name-invalid", "A name has at most 200 characters.");
    }

    static InvalidContact email() {
        return new InvalidContact("email", "contact-email-invalid", "This is not an e-mail address.");
    }

    static InvalidContact remove() {
        return new InvalidContact("remove", "contact-remove-invalid", "A field is either given or removed, not both.");
    }

    static InvalidContact phone() {
        return new InvalidContact(
                "phone", "contact-phone-invalid", "A telephone number has 3 to 40 digits, spaces and signs.");
    }
}
