package eu.lethe.compliance.vault;

import jakarta.enterprise.context.ApplicationScoped;

/** The keys that are kept outside every database: they wrap subjects' keys and sign what the application hands out. */
@ApplicationScoped
public class KeyRing {

    /** HMAC-SHA-256 over the data, 32 bytes, with a key that serves this purpose only. */
    public byte[] mac(String purpose, byte[] data) {
        throw new IllegalStateException("owner builds this");
    }
}
