package eu.lethe.chat.visitors;

import eu.lethe.chat.sites.PublishedSite;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.vault.KeyRing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/**
 * Signs and reads the tokens by which visitors are known: subject, generation, site and expiry, nothing else. A token says
 * who somebody was; whether that person may still be served is decided by the subject's row at every use, so erasure
 * revokes all tokens at once.
 */
@ApplicationScoped
public class VisitorTokens {

    static final Duration LIFETIME = Duration.ofHours(24);
    private static final String PURPOSE = "visitor-token";
    private static final int BODY_BYTES = 16 + 4 + 16 + 8;
    private static final int MAC_BYTES = 32;

    private KeyRing keys;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    protected VisitorTokens() {}

    @Inject
    VisitorTokens(KeyRing keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    public String issue(Subject subject, PublishedSite site) {
        byte[] body = ByteBuffer.allocate(BODY_BYTES)
                .putLong(subject.id().getMostSignificantBits())
                .putLong(subject.id().getLeastSignificantBits())
                .putInt(subject.generation())
                .putLong(site.id().getMostSignificantBits())
                .putLong(site.id().getLeastSignificantBits())
                .putLong(clock.instant().plus(LIFETIME).getEpochSecond())
                .array();
        byte[] token = ByteBuffer.allocate(BODY_BYTES + MAC_BYTES)
                .put(body)
                .put(keys.mac(PURPOSE, body))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** @throws InvalidToken (401) if the token is not ours, expired, or of another site */
    public Subject read(String token, PublishedSite site) {
        var bytes = ByteBuffer.wrap(signed(token));
        var subject = new UUID(bytes.getLong(), bytes.getLong());
        int generation = bytes.getInt();
        var forSite = new UUID(bytes.getLong(), bytes.getLong());
        var expires = Instant.ofEpochSecond(bytes.getLong());
        if (!forSite.equals(site.id()) || !clock.instant().isBefore(expires)) {
            throw new InvalidToken();
        }
        return new Subject(site.account(), subject, generation);
    }

    private byte[] signed(String token) {
        byte[] bytes = decoded(token);
        if (bytes.length != BODY_BYTES + MAC_BYTES) {
            throw new InvalidToken();
        }
        byte[] body = Arrays.copyOf(bytes, BODY_BYTES);
        byte[] mac = Arrays.copyOfRange(bytes, BODY_BYTES, bytes.length);
        if (!keys.matches(PURPOSE, body, mac)) {
            throw new InvalidToken();
        }
        return body;
    }

    private static byte[] decoded(String token) {
        try {
            return Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notBase64) {
            throw new InvalidToken();
        }
    }
}
