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

/** The part of a callback's address that only the recipient was told: it names the notice and proves that it was. */
@ApplicationScoped
class AcknowledgementToken {

    private static final String PURPOSE = "erasure notice acknowledgement";
    private static final int ID = 16;
    private static final int CODE = 16;

    @Inject
    @ConfigProperty(name = "lethe.public-url", defaultValue = "http://localhost:8080")
    String base;

    @Inject
    KeyRing keys;

    String urlOf(UUID notice) {
        byte[] id = idOf(notice);
        byte[] token = Arrays.copyOf(id, ID + CODE);
        System.arraycopy(keys.mac(PURPOSE, id), 0, token, ID, CODE);
        return base.replaceAll("/+$", "") + "/recipients/acknowledgements/"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** Empty for whatever we never issued. */
    Optional<UUID> read(String token) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            if (bytes.length != ID + CODE) {
                return Optional.empty();
            }
            byte[] id = Arrays.copyOf(bytes, ID);
            byte[] expected = Arrays.copyOf(keys.mac(PURPOSE, id), CODE);
            boolean ours = MessageDigest.isEqual(expected, Arrays.copyOfRange(bytes, ID, ID + CODE));
            var both = ByteBuffer.wrap(id);
            return ours ? Optional.of(new UUID(both.getLong(), both.getLong())) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static byte[] idOf(UUID notice) {
        return ByteBuffer.allocate(ID)
                .putLong(notice.getMostSignificantBits())
                .putLong(notice.getLeastSignificantBits())
                .array();
    }
}
