package eu.lethe.compliance.requests;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** There is no way to send a letter. */
@ApplicationException(rollback = true)
public final class MailNotConfigured extends Problem {

    MailNotConfigured() {
        super(Kind.UNAVAILABLE, "mail-not-configured", "No mail server is configured, so no code can be sent.");
    }
}
