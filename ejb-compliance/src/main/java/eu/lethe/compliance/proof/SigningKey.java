package eu.lethe.compliance.proof;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** An Ed25519 key pair made from its 32-byte seed, and the check of what such keys signed (RFC 8032). */
public final class SigningKey implements Signer {

    public static final int SEED = 32;

    static final int PUBLIC = 32;
    static final int SIGNATURE = 64;

    private static final String ALGORITHM = "Ed25519";
    // The JDK's own: another provider in front of it may read key bytes differently.
    private static final String PROVIDER = "SunEC";
    // SubjectPublicKeyInfo of RFC 8410 up to the key itself.
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private final PrivateKey secret;
    private final byte[] open;

    private SigningKey(PrivateKey secret, byte[] open) {
        this.secret = secret;
        this.open = open;
    }

    public static SigningKey of(byte[] seed) {
        try {
            // The JDK computes a public key only while it makes a pair, so it is given the seed as its randomness.
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM, PROVIDER);
            generator.initialize(NamedParameterSpec.ED25519, new Fixed(seed));
            KeyPair pair = generator.generateKeyPair();
            byte[] used = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
            if (!Arrays.equals(used, seed)) {
                throw new IllegalStateException("this JDK makes Ed25519 keys in another way");
            }
            byte[] encoded = pair.getPublic().getEncoded();
            return new SigningKey(
                    pair.getPrivate(), Arrays.copyOfRange(encoded, encoded.length - PUBLIC, encoded.length));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public byte[] sign(byte[] data) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM, PROVIDER);
            signature.initSign(secret);
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public byte[] publicKey() {
        return open.clone();
    }

    static boolean verifies(byte[] publicKey, byte[] data, byte[] signed) {
        try {
            byte[] encoded = Arrays.copyOf(X509, X509.length + PUBLIC);
            System.arraycopy(publicKey, 0, encoded, X509.length, PUBLIC);
            Signature signature = Signature.getInstance(ALGORITHM, PROVIDER);
            signature.initVerify(
                    KeyFactory.getInstance(ALGORITHM, PROVIDER).generatePublic(new X509EncodedKeySpec(encoded)));
            signature.update(data);
            return signature.verify(signed);
        } catch (GeneralSecurityException notAKeyOrSignature) {
            return false;
        }
    }

    private static final class Fixed extends SecureRandom {
        private final transient byte[] seed;

        private Fixed(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
