package eu.lethe.compliance.vault;

import eu.lethe.compliance.proof.Signer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;

/**
 * Message codes and signatures under keys that live in the key store: codes for tokens the application issues and must
 * recognise again, signatures (Ed25519) for whoever must recognise them without it.
 */
@ApplicationScoped
public class KeyRing implements Signer {

    @Inject
    KeyHolder holder;

    /**
     * HMAC-SHA256 (32 bytes) under a key of the purpose's own.
     *
     * @throws VaultUnavailable if the key store is not open (503)
     */
    public byte[] mac(String purpose, byte[] data) {
        return holder.keys().mac(purpose, data);
    }

    /** Whether the code is ours, compared in constant time. */
    public boolean matches(String purpose, byte[] data, byte[] code) {
        return MessageDigest.isEqual(mac(purpose, data), code);
    }

    /** @throws VaultUnavailable if the key store is not open (503) */
    @Override
    public byte[] sign(byte[] data) {
        return holder.keys().signing().sign(data);
    }

    @Override
    public byte[] publicKey() {
        return holder.keys().signing().publicKey();
    }

    @Override
    public String keyId() {
        return holder.keys().signing().keyId();
    }

    /** Whether the key store is open; tries to open it if it is not. */
    public boolean ready() {
        try {
            holder.keys();
            return true;
        } catch (VaultUnavailable closed) {
            return false;
        }
    }
}
