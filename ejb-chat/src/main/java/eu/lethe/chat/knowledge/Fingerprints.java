package eu.lethe.chat.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.lethe.chat.extraction.Chunk;
import eu.lethe.chat.extraction.Chunker;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** Recognises content: the same text gives the same fingerprint, on every node and every day. */
final class Fingerprints {

    /** Stands before each fingerprint: another way of cutting documents makes all of them changed. */
    static final String VERSION = Chunker.VERSION + ":";

    private Fingerprints() {}

    static String of(String title, String language, List<Chunk> chunks) {
        MessageDigest digest = sha256();
        add(digest, title);
        add(digest, language);
        for (Chunk chunk : chunks) {
            add(digest, chunk.heading());
            add(digest, chunk.text());
        }
        return VERSION + HexFormat.of().formatHex(digest.digest());
    }

    /** @param occurrence tells passages of one document apart that say the same under the same heading */
    static UUID passage(UUID document, Chunk chunk, int occurrence) {
        MessageDigest digest = sha256();
        add(digest, document.toString());
        add(digest, chunk.heading());
        add(digest, chunk.text());
        add(digest, String.valueOf(occurrence));
        var bytes = ByteBuffer.wrap(digest.digest());
        // Version 8 of RFC 9562: sixteen bytes with a meaning of our own.
        long high = (bytes.getLong() & 0xFFFFFFFFFFFF0FFFL) | 0x8000L;
        long low = (bytes.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        // The length goes first, or "ab" + "c" would be "a" + "bc".
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
