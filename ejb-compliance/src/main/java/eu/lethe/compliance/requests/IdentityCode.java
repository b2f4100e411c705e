package eu.lethe.compliance.requests;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.NotPersonal;
import eu.lethe.compliance.kernel.PersonalData;
import eu.lethe.compliance.kernel.PersonalData.Category;
import eu.lethe.compliance.kernel.PersonalData.Purpose;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A code that was sent to an address, kept one-way. */
@Entity
@Table(schema = "compliance", name = "identity_code")
class IdentityCode {

    static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final int TRIES = 5;

    @Id
    @NotPersonal
    private UUID id;

    @NotPersonal
    @Column(name = "request_id")
    private UUID request;

    @NotPersonal
    @Column(name = "account_id")
    private UUID account;

    @PersonalData(category = Category.IDENTIFIER, purpose = Purpose.SECURITY)
    @Column(name = "email_code")
    private byte[] emailCode;

    @NotPersonal
    private byte[] code;

    @NotPersonal
    @Column(name = "sent_at")
    private Instant sentAt;

    @NotPersonal
    @Column(name = "expires_at")
    private Instant expiresAt;

    @NotPersonal
    @Enumerated(EnumType.STRING)
    private IdentityCodes.Wish wish;

    @NotPersonal
    private int wrong;

    @NotPersonal
    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    protected IdentityCode() {}

    static IdentityCode sent(
            AccountId account, UUID request, byte[] emailCode, byte[] code, IdentityCodes.Wish wish, Instant now) {
        var sent = new IdentityCode();
        sent.id = UUID.randomUUID();
        sent.request = request;
        sent.account = account.value();
        sent.emailCode = emailCode.clone();
        sent.code = code.clone();
        sent.wish = wish;
        sent.sentAt = now;
        sent.expiresAt = now.plus(LIFETIME);
        return sent;
    }

    /** Takes one try, and is used up by the right one. */
    IdentityCodes.Verdict attempt(byte[] given, Instant now) {
        if (endedAt != null || wrong >= TRIES || !now.isBefore(expiresAt)) {
            return IdentityCodes.Verdict.OVER;
        }
        if (MessageDigest.isEqual(code, given)) {
            endedAt = now;
            return IdentityCodes.Verdict.RIGHT;
        }
        wrong++;
        return wrong < TRIES ? IdentityCodes.Verdict.WRONG : IdentityCodes.Verdict.OVER;
    }

    void end(Instant now) {
        if (endedAt == null) {
            endedAt = now;
        }
    }

    Instant expiresAt() {
        return expiresAt;
    }
}
