package eu.lethe.compliance.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM with a random nonce, bound to a name: the bytes open only under the key and the name they were sealed with.
 * Layout: version (1), nonce (12), ciphertext, tag (16).
 */
final class Seal {

    static final int OVERHEAD = 29;

    private static final byte VERSION = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Seal() {}

    static byte[] seal(SecretKey key, String name, byte[] clear) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce), name);
            return ByteBuffer.allocate(clear.length + OVERHEAD)
                    .put(VERSION)
                    .put(nonce)
                    .put(cipher.doFinal(clear))
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static byte[] open(SecretKey key, String name, byte[] sealed) {
        if (sealed.length < OVERHEAD || sealed[0] != VERSION) {
            throw new BrokenSeal(name, new IllegalArgumentException("not a sealed value"));
        }
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed, 1, NONCE), name);
            return cipher.doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
        } catch (GeneralSecurityException broken) {
            throw new BrokenSeal(name, broken);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, GCMParameterSpec nonce, String name)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, nonce);
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
