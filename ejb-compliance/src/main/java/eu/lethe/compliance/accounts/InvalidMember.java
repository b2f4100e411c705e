package eu.lethe.compliance.accounts;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** A field of a member was refused; the code says why and the field says where. */
@ApplicationException(rollback = true)
public final class InvalidMember extends Problem {

    /** @param field {@code email}, {@code name}, {@code password}, {@code oldPassword} or {@code roles} */
    private InvalidMember(Kind kind, String field, String code, String detail) {
        super(kind, code, detail, field);
    }

    static InvalidMember email() {
        return new InvalidMember(Kind.INVALID, "email", "member-email-invalid", "This is not an e-mail address.");
    }

    static InvalidMember emailTaken() {
        return new InvalidMember(
                Kind.CONFLICT, "email", "member-email-taken", "This e-mail address is already in use.");
    }

    static InvalidMember name() {
        return new InvalidMember(Kind.INVALID, "name", "member-name-invalid", "Give a name of 1 to 200 characters.");
    }

    static InvalidMember password() {
        return new InvalidMember(
                Kind.INVALID, "password", "member-password-invalid", "A password has 10 to 200 characters.");
    }

    static InvalidMember oldPassword() {
        return new InvalidMember(
                Kind.INVALID, "oldPassword", "member-old-password-wrong", "The current password is not right.");
    }

    static InvalidMember noRole() {
        return new InvalidMember(Kind.INVALID, "roles", "member-roles-missing", "A member has at least one role.");
    }

    static InvalidMember lastOwner() {
        return new InvalidMember(
                Kind.CONFLICT, "roles", "member-last-owner", "An account keeps at least one active owner.");
    }
}
