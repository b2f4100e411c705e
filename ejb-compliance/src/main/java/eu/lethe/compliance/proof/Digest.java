package eu.lethe.compliance.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** SHA-256, and how its values are written: lower-case hexadecimal, which unlike Base64 has one way to write each. */
public final class Digest {

    private static final Pattern HEX = Pattern.compile("([0-9a-f]{2})*");

    private Digest() {}

    public static byte[] of(byte[]... parts) {
        MessageDigest digest = sha256();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** @throws BrokenProof unless the text is that many bytes in lower-case hexadecimal */
    public static byte[] parse(String hex, int bytes) {
        if (hex.length() != 2 * bytes || !HEX.matcher(hex).matches()) {
            throw new BrokenProof(BrokenProof.Flaw.NOT_SIGNED, hex.toLowerCase(Locale.ROOT));
        }
        return HexFormat.of().parseHex(hex);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
