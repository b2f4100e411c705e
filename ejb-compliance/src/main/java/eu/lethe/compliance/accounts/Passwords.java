package eu.lethe.compliance.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Keeps passwords one-way: PBKDF2 with HMAC-SHA-512 in 210,000 rounds, a quarter of a second of processor time each, so only as
 * many are computed at once as there are processors. Kept as {@code pbkdf2-sha512:rounds:salt:hash}.
 */
@ApplicationScoped
class Passwords {

    private static final String SCHEME = "pbkdf2-sha512";
    private static final int ROUNDS = 210_000;
    private static final int BYTES = 32;
    private static final int PATIENCE_SECONDS = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    // What an unknown address is checked against: takes as long as a known one and matches nothing.
    private final String nobody = kept(random(), random());
    private final Semaphore processors =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors()));

    public String hash(String password) {
        byte[] salt = random();
        return kept(salt, limited(() -> derive(password.toCharArray(), salt, ROUNDS)));
    }

    public boolean matches(String password, String hash) {
        String[] parts = hash.split(":", -1);
        if (parts.length != 4 || !parts[0].equals(SCHEME)) {
            throw new IllegalStateException("A password is kept in a way this version does not know");
        }
        byte[] salt = Base64.getDecoder().decode(parts[2]);
        byte[] expected = Base64.getDecoder().decode(parts[3]);
        int rounds = Integer.parseInt(parts[1]);
        return MessageDigest.isEqual(expected, limited(() -> derive(password.toCharArray(), salt, rounds)));
    }

    /** For an address nobody has: takes the time of a real check and is always false. */
    public boolean matchesNobody(String password) {
        return matches(password, nobody);
    }

    private <T> T limited(Supplier<T> work) {
        try {
            if (!processors.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new TooManyLogins();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new TooManyLogins();
        }
        try {
            return work.get();
        } finally {
            processors.release();
        }
    }

    private static String kept(byte[] salt, byte[] hash) {
        var encoder = Base64.getEncoder();
        return String.join(
                ":", SCHEME, Integer.toString(ROUNDS), encoder.encodeToString(salt), encoder.encodeToString(hash));
    }

    private static byte[] random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static byte[] derive(char[] password, byte[] salt, int rounds) {
        var spec = new PBEKeySpec(password, salt, rounds, BYTES * 8);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            spec.clearPassword();
        }
    }
}
