package eu.lethe.compliance.recipients;

import eu.lethe.compliance.vault.KeyRing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What only the recipient of a notice was told: it names the notice and proves that it was. */
@ApplicationScoped
class NoticeTokens {

    private static final String ACKNOWLEDGEMENT = "erasure notice acknowledgement";
    private static final String VALUES = "rectification notice values";
    private static final int ID = 16;
    private static final int CODE = 16;

    @Inject
    @ConfigProperty(name = "lethe.public-url", defaultValue = "http://localhost:8080")
    String base;

    @Inject
    KeyRing keys;

    /** Where the recipient says that it is done; the address itself is the proof. */
    String callback(UUID notice) {
        byte[] id = idOf(notice);
        byte[] token = Arrays.copyOf(id, ID + CODE);
        System.arraycopy(code(ACKNOWLEDGEMENT, notice), 0, token, ID, CODE);
        return here("/recipients/acknowledgements/") + text(token);
    }

    /** Empty for whatever we never issued. */
    Optional<UUID> acknowledging(String token) {
        byte[] bytes = bytes(token);
        if (bytes.length != ID + CODE) {
            return Optional.empty();
        }
        var both = ByteBuffer.wrap(bytes);
        var notice = new UUID(both.getLong(), both.getLong());
        boolean ours = MessageDigest.isEqual(code(ACKNOWLEDGEMENT, notice), Arrays.copyOfRange(bytes, ID, ID + CODE));
        return ours ? Optional.of(notice) : Optional.empty();
    }

    /** Where the recipient gets what is right now. What proves that it may is apart, for addresses end up in logs. */
    String values(UUID notice) {
        return here("/recipients/rectifications/") + notice;
    }

    String valuesToken(UUID notice) {
        return text(code(VALUES, notice));
    }

    boolean opensValues(UUID notice, String token) {
        return MessageDigest.isEqual(code(VALUES, notice), bytes(token));
    }

    private String here(String path) {
        return base.replaceAll("/+$", "") + path;
    }

    private byte[] code(String purpose, UUID notice) {
        return Arrays.copyOf(keys.mac(purpose, idOf(notice)), CODE);
    }

    private static String text(byte[] token) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    private static byte[] bytes(String token) {
        try {
            return Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    private static byte[] idOf(UUID notice) {
        return ByteBuffer.allocate(ID)
                .putLong(notice.getMostSignificantBits())
                .putLong(notice.getLeastSignificantBits())
                .array();
    }
}
