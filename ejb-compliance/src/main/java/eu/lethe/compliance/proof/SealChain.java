package eu.lethe.compliance.proof;

import static eu.lethe.compliance.proof.BrokenProof.Flaw.SEAL_OUT_OF_ORDER;
import static eu.lethe.compliance.proof.BrokenProof.Flaw.WRONG_KEY;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The seals of the second place: each must name the one before, and the last one's signature holds for all. */
final class SealChain {

    private final Map<Long, String> digests = new HashMap<>();
    private @Nullable Signed last;

    private SealChain() {}

    /** @throws BrokenProof if a line is missing, was changed or stands elsewhere than it was written */
    static SealChain read(BufferedReader lines) throws IOException {
        var chain = new SealChain();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            chain.add(Signed.claimed(line));
        }
        if (chain.last != null) {
            Signed.read(chain.last.text());
        }
        return chain;
    }

    boolean holds(long id, String digest) {
        return digest.equals(digests.get(id));
    }

    private void add(Signed document) {
        AuditSeal seal = AuditSeal.of(document);
        long expected = last == null ? 1 : AuditSeal.of(last).id() + 1;
        String previous = last == null ? AuditBlock.NONE : Digest.hex(last.digest());
        if (seal.id() != expected || !seal.previous().equals(previous)) {
            throw new BrokenProof(SEAL_OUT_OF_ORDER, "seal " + expected);
        }
        if (last != null && !last.keyId().equals(document.keyId())) {
            throw new BrokenProof(WRONG_KEY, "seal " + expected);
        }
        digests.put(seal.id(), Digest.hex(document.digest()));
        last = document;
    }
}
