package eu.lethe.compliance.requests;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** A field of a request was refused; the code says why and the field says where. */
@ApplicationException(rollback = true)
public final class InvalidFiling extends Problem {

    private InvalidFiling(String field, String code, String detail) {
        super(Kind.INVALID, code, detail, field);
    }

    static InvalidFiling email() {
        return new InvalidFiling("email", "email-invalid", "This is not an e-mail address.");
    }

    static InvalidFiling person() {
        return new InvalidFiling("email", "person-missing", "Name the person by e-mail address or visitor id.");
    }

    static InvalidFiling visitor() {
        return new InvalidFiling("visitor", "visitor-unknown", "There is no visitor with this id.");
    }

    static InvalidFiling text() {
        return new InvalidFiling("detail", "detail-too-long", "The text may have 4,000 characters.");
    }

    static InvalidFiling receivedOn() {
        return new InvalidFiling(
                "receivedOn", "received-on-invalid", "The day of receipt is at most a year ago and not in the future.");
    }

    static InvalidFiling answer() {
        return new InvalidFiling("answer", "answer-missing", "The person needs an answer.");
    }

    static InvalidFiling correcting() {
        return new InvalidFiling(
                "correcting", "correcting-missing", "Choose whose contact is put right, or answer the person.");
    }

    static InvalidFiling means() {
        return new InvalidFiling(
                "means", "means-not-stated", "This means is proved to the application, not stated by a member.");
    }

    static InvalidFiling channel() {
        return new InvalidFiling("channel", "channel-invalid", "Members and programs file as DESK or API.");
    }

    static InvalidFiling onceKey() {
        return new InvalidFiling(
                "idempotencyKey", "idempotency-key-invalid", "An idempotency key has 1 to 200 characters.");
    }
}
