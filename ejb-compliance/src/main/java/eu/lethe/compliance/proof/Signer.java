package eu.lethe.compliance.proof;

/** Whoever holds a signing key: a port, because the key stays in the vault's key store and this package knows no vault. */
public interface Signer {

    /** An Ed25519 signature, 64 bytes. */
    byte[] sign(byte[] data);

    /** The Ed25519 public key, 32 bytes. */
    byte[] publicKey();

    /** The fingerprint under which the public key is published: SHA-256 of its 32 bytes, in hexadecimal. */
    default String keyId() {
        return Digest.hex(Digest.of(publicKey()));
    }
}
