package eu.lethe.compliance.accounts;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** More passwords are being checked than this machine has processors for; says nothing about the address. */
@ApplicationException(rollback = true)
public final class TooManyLogins extends Problem {
    TooManyLogins() {
        super(Kind.TOO_MANY, "too-many-logins", "Too many people log in at the moment. Try again in a few seconds.");
    }
}
