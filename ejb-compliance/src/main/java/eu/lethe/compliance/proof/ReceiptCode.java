package eu.lethe.compliance.proof;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What only the person is given: with it anybody can be shown that a certificate is about this person, without it nobody can
 * tell whom it is about. The certificate holds SHA-256 of its own id (16 bytes) and the code (16 bytes).
 */
public final class ReceiptCode {

    private static final int BYTES = 16;
    private static final int GROUP = 4;

    private final byte[] code;

    private ReceiptCode(byte[] code) {
        this.code = code;
    }

    public static ReceiptCode fresh(SecureRandom random) {
        byte[] code = new byte[BYTES];
        random.nextBytes(code);
        return new ReceiptCode(code);
    }

    /** Reads a code as a person types it: spaces, hyphens and capitals do not matter. Empty if it is none. */
    public static Optional<ReceiptCode> read(String typed) {
        String hex = typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        if (!hex.matches("[0-9a-f]{" + 2 * BYTES + "}")) {
            return Optional.empty();
        }
        return Optional.of(new ReceiptCode(HexFormat.of().parseHex(hex)));
    }

    public byte[] commitment(UUID certificate) {
        byte[] id = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(certificate.getMostSignificantBits())
                .putLong(certificate.getLeastSignificantBits())
                .array();
        return Digest.of(id, code);
    }

    /** Whether this code belongs to the certificate. */
    public boolean opens(Signed certificate) {
        byte[] committed = Digest.parse(certificate.text("commitment"), 2 * BYTES);
        try {
            return MessageDigest.isEqual(committed, commitment(UUID.fromString(certificate.text("certId"))));
        } catch (IllegalArgumentException notAnId) {
            return false;
        }
    }

    /** As it is shown, once: eight groups of four. */
    public String text() {
        return HexFormat.of().formatHex(code).replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }
}
