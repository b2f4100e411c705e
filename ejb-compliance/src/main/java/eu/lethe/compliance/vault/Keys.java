package eu.lethe.compliance.vault;

import eu.lethe.compliance.proof.SigningKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** What a key store holds, in memory: the wrapping key of each epoch and the master key for message codes and signatures. */
final class Keys {

    private final SortedMap<Integer, SecretKey> epochs;
    private final SecretKey master;
    private final SigningKey signing;

    Keys(Map<Integer, SecretKey> epochs, SecretKey master) {
        this.epochs = new TreeMap<>(epochs);
        this.master = master;
        // Derived like every other purpose's key, so that a key store made before there were signatures can sign.
        this.signing = SigningKey.of(code(master, utf8("lethe signatures, Ed25519 seed")));
    }

    int epoch() {
        return epochs.lastKey();
    }

    boolean holds(int epoch) {
        return epochs.containsKey(epoch);
    }

    /** Recognises each epoch's key without revealing it. */
    SortedMap<Integer, byte[]> fingerprints() {
        var prints = new TreeMap<Integer, byte[]>();
        epochs.forEach((epoch, key) -> prints.put(epoch, code(key, utf8("lethe epoch " + epoch))));
        return prints;
    }

    /** Wraps under the newest epoch. */
    byte[] wrap(String name, SecretKey key) {
        byte[] raw = key.getEncoded();
        try {
            return Seal.seal(wrappingKey(epoch()), name, raw);
        } finally {
            Arrays.fill(raw, (byte) 0);
        }
    }

    SecretKey unwrap(int epoch, String name, byte[] wrapped) {
        byte[] raw = Seal.open(wrappingKey(epoch), name, wrapped);
        try {
            return new SecretKeySpec(raw, "AES");
        } finally {
            Arrays.fill(raw, (byte) 0);
        }
    }

    /** A code over the data under a key derived for the purpose, so that one purpose's codes are worthless for another. */
    byte[] mac(String purpose, byte[] data) {
        byte[] derived = code(master, utf8(purpose));
        return code(new SecretKeySpec(derived, "HmacSHA256"), data);
    }

    SigningKey signing() {
        return signing;
    }

    private SecretKey wrappingKey(int epoch) {
        SecretKey key = epochs.get(epoch);
        if (key == null) {
            throw new VaultUnavailable("The key store holds no key of epoch " + epoch + ".");
        }
        return key;
    }

    private static byte[] code(SecretKey key, byte[] data) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(data);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
