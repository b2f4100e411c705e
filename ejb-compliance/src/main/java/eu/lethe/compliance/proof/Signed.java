package eu.lethe.compliance.proof;

import static eu.lethe.compliance.proof.BrokenProof.Flaw.NOT_CANONICAL;
import static eu.lethe.compliance.proof.BrokenProof.Flaw.NOT_SIGNED;
import static eu.lethe.compliance.proof.BrokenProof.Flaw.WRONG_KEY_ID;
import static eu.lethe.compliance.proof.BrokenProof.Flaw.WRONG_SIGNATURE;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A document with its signature. The file is canonical JSON with exactly these members, so that a change of any byte breaks it:
 *
 * <pre>{"body":{…},"key":"public key","keyId":"SHA-256 of the key","signature":"…","type":"…","version":1}</pre>
 *
 * <p>Signed is {@code lethe:<type>:1\n} followed by the canonical body, so that a document of one type never passes for
 * another.
 */
public final class Signed {

    /** Types Lethe signs. */
    public static final String CERTIFICATE = "erasure-certificate";

    public static final String AUDIT_SEAL = "audit-seal";
    public static final String AUDIT_EXPORT = "audit-export";

    private static final long VERSION = 1;
    private static final Set<String> MEMBERS = Set.of("body", "key", "keyId", "signature", "type", "version");

    private final String type;
    private final Map<String, ? extends @Nullable Object> body;
    private final byte[] key;
    private final byte[] signature;
    private final String text;

    private Signed(
            String type, Map<String, ? extends @Nullable Object> body, byte[] key, byte[] signature, String text) {
        this.type = type;
        this.body = body;
        this.key = key;
        this.signature = signature;
        this.text = text;
    }

    public static Signed sign(String type, Map<String, ? extends @Nullable Object> body, Signer signer) {
        var document = Map.of(
                "body",
                body,
                "key",
                Digest.hex(signer.publicKey()),
                "keyId",
                signer.keyId(),
                "signature",
                Digest.hex(signer.sign(signedBytes(type, body))),
                "type",
                type,
                "version",
                VERSION);
        return read(CanonicalJson.write(document));
    }

    /** @throws BrokenProof if the text is not such a document, was changed, or was signed by another key than it names */
    public static Signed read(String text) {
        Signed claimed = claimed(text);
        if (!SigningKey.verifies(claimed.key, signedBytes(claimed.type, claimed.body), claimed.signature)) {
            throw new BrokenProof(WRONG_SIGNATURE, claimed.type);
        }
        return claimed;
    }

    /**
     * Reads a document without checking its signature: for one link of a chain, which is as good as the signature of the last.
     *
     * @throws BrokenProof if the text is not such a document
     */
    public static Signed claimed(String text) {
        if (!(CanonicalJson.read(text) instanceof Map<?, ?> document)) {
            throw new BrokenProof(NOT_SIGNED, "document");
        }
        if (!document.keySet().equals(MEMBERS) || !Long.valueOf(VERSION).equals(document.get("version"))) {
            throw new BrokenProof(NOT_SIGNED, "members");
        }
        if (!(document.get("body") instanceof Map<?, ?> members)) {
            throw new BrokenProof(NOT_SIGNED, "body");
        }
        byte[] key = Digest.parse(text(document, "key"), SigningKey.PUBLIC);
        if (!text(document, "keyId").equals(Digest.hex(Digest.of(key)))) {
            throw new BrokenProof(WRONG_KEY_ID, text(document, "keyId"));
        }
        byte[] signature = Digest.parse(text(document, "signature"), SigningKey.SIGNATURE);
        return new Signed(text(document, "type"), body(members), key, signature, text);
    }

    public String type() {
        return type;
    }

    public Map<String, ? extends @Nullable Object> body() {
        return body;
    }

    /** The fingerprint of the key that signed. Whether it is the right key is for the reader to know. */
    public String keyId() {
        return Digest.hex(Digest.of(key));
    }

    /** The document as it is stored, sent and verified. */
    public String text() {
        return text;
    }

    /** What another document names this one by: SHA-256 of what was signed, so that signing it again changes nothing. */
    public byte[] digest() {
        return Digest.of(signedBytes(type, body));
    }

    /** @throws BrokenProof unless the body has this member and it is a text */
    public String text(String member) {
        return text(body, member);
    }

    /** @throws BrokenProof unless the body has this member and it is a number */
    public long number(String member) {
        if (body.get(member) instanceof Long number) {
            return number;
        }
        throw new BrokenProof(NOT_SIGNED, member);
    }

    private static String text(Map<?, ?> from, String member) {
        if (from.get(member) instanceof String text) {
            return text;
        }
        throw new BrokenProof(NOT_SIGNED, member);
    }

    private static Map<String, @Nullable Object> body(Map<?, ?> members) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        members.forEach((name, value) -> body.put(String.valueOf(name), value));
        return Collections.unmodifiableMap(body);
    }

    private static byte[] signedBytes(String type, Map<String, ? extends @Nullable Object> body) {
        if (type.indexOf('\n') >= 0) {
            throw new BrokenProof(NOT_CANONICAL, "type");
        }
        String signed = "lethe:" + type + ":" + VERSION + "\n" + CanonicalJson.write(body);
        return signed.getBytes(StandardCharsets.UTF_8);
    }
}
