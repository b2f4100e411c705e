package eu.lethe.compliance.accounts;

import eu.lethe.compliance.vault.KeyRing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Signs what a browser keeps after a login: a random id, until when, and that this member was in with it. Opens nothing; a browser
 * with one is not held up by what others try at the member's login. Nothing is kept here, and a new password ends them all.
 */
@ApplicationScoped
class KnownBrowsers {

    static final Duration LIFETIME = Duration.ofDays(180);
    private static final String PURPOSE = "known-browser";
    private static final int BODY_BYTES = 16 + 8;
    private static final int MAC_BYTES = 32;

    private KeyRing keys;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    protected KnownBrowsers() {}

    @Inject
    KnownBrowsers(KeyRing keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    String issue(UUID member, String passwordHash) {
        var browser = UUID.randomUUID();
        byte[] body = ByteBuffer.allocate(BODY_BYTES)
                .putLong(browser.getMostSignificantBits())
                .putLong(browser.getLeastSignificantBits())
                .putLong(clock.instant().plus(LIFETIME).getEpochSecond())
                .array();
        byte[] token = ByteBuffer.allocate(BODY_BYTES + MAC_BYTES)
                .put(body)
                .put(mac(body, member, passwordHash))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** The browser's id if this member was in with it, and not too long ago. */
    Optional<UUID> read(@Nullable String token, UUID member, String passwordHash) {
        byte[] bytes = decoded(token);
        if (bytes.length != BODY_BYTES + MAC_BYTES) {
            return Optional.empty();
        }
        byte[] body = Arrays.copyOf(bytes, BODY_BYTES);
        byte[] given = Arrays.copyOfRange(bytes, BODY_BYTES, bytes.length);
        var fields = ByteBuffer.wrap(body);
        var browser = new UUID(fields.getLong(), fields.getLong());
        boolean ours = MessageDigest.isEqual(given, mac(body, member, passwordHash));
        boolean fresh = clock.instant().getEpochSecond() < fields.getLong();
        return ours && fresh ? Optional.of(browser) : Optional.empty();
    }

    private byte[] mac(byte[] body, UUID member, String passwordHash) {
        byte[] about = (member + "|" + passwordHash).getBytes(StandardCharsets.UTF_8);
        return keys.mac(
                PURPOSE,
                ByteBuffer.allocate(body.length + about.length)
                        .put(body)
                        .put(about)
                        .array());
    }

    private static byte[] decoded(@Nullable String token) {
        try {
            return token == null ? new byte[0] : Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }
}
