package eu.lethe.compliance.mail;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Caller;
import jakarta.ejb.Stateless;
import jakarta.interceptor.Interceptors;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The way out for letters. */
@Stateless
@Interceptors(AccountScope.class)
public class Mailbox {

    /**
     * A letter to one person.
     *
     * @param purpose stable, kebab-case, what it is sent for: {@code identity-code}
     * @param about the person it is about, whose erasure takes an unsent letter back; null if nobody is known
     * @param usefulFor how long it makes sense to deliver it; afterwards it is thrown away
     */
    public record Letter(
            String purpose, @Nullable UUID about, String to, String subject, String text, Duration usefulFor) {}

    /**
     * @param server host of the mail server, or null if none is configured: then nothing is sent
     * @param waiting letters the server has not taken yet
     * @param refused letters the server refused for good in the last 30 days
     */
    public record Standing(
            @Nullable String server,
            long waiting,
            long refused,
            @Nullable Instant lastSentAt) {}

    /** Whether there is a mail server to give letters to. */
    public boolean isConfigured(AccountId account) {
        throw new UnsupportedOperationException();
    }

    public Standing standing(Caller caller) {
        throw new UnsupportedOperationException();
    }

    /** Takes a letter in the caller's transaction and sends it after the commit; empty if there is no mail server. */
    public Optional<UUID> send(AccountId account, Letter letter) {
        throw new UnsupportedOperationException();
    }
}
