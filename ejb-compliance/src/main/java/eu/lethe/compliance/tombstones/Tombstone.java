package eu.lethe.compliance.tombstones;

import eu.lethe.compliance.kernel.AccountId;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/**
 * The digest of a forgotten person, or of a conversation that was.
 *
 * @param token SHA-256 of the random id, in hexadecimal: recognises the id when it is seen again, and cannot be turned back
 */
public record Tombstone(long seq, AccountId account, Kind kind, String token, UUID job, Instant erasedAt) {

    /** What the digest was made from. */
    public enum Kind {
        SUBJECT,
        CONVERSATION
    }

    /** The digest of an id (16 bytes, big-endian). */
    public static byte[] tokenOf(UUID named) {
        byte[] id = ByteBuffer.allocate(16)
                .putLong(named.getMostSignificantBits())
                .putLong(named.getLeastSignificantBits())
                .array();
        try {
            return MessageDigest.getInstance("SHA-256").digest(id);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** One line of the mirror, without its code and line end. */
    String line() {
        return seq + " " + account + " " + kind + " " + token + " " + job + " " + erasedAt;
    }

    static Tombstone of(String line) {
        String[] parts = line.split(" ");
        return new Tombstone(
                Long.parseLong(parts[0]),
                new AccountId(UUID.fromString(parts[1])),
                Kind.valueOf(parts[2]),
                HexFormat.of().formatHex(HexFormat.of().parseHex(parts[3])),
                UUID.fromString(parts[4]),
                Instant.parse(parts[5]));
    }
}
