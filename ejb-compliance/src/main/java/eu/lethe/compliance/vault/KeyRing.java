package eu.lethe.compliance.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;

/** Message codes under a key that lives in the key store: for tokens the application issues and must recognise again. */
@ApplicationScoped
public class KeyRing {

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
