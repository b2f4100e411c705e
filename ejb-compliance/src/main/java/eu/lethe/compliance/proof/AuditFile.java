package eu.lethe.compliance.proof;

import static eu.lethe.compliance.proof.BrokenProof.Flaw.BLOCK_MISSING;
import static eu.lethe.compliance.proof.BrokenProof.Flaw.EVENTS_CHANGED;
import static eu.lethe.compliance.proof.BrokenProof.Flaw.LOG_CUT_OFF;
import static eu.lethe.compliance.proof.BrokenProof.Flaw.NOT_A_LOG;
import static eu.lethe.compliance.proof.BrokenProof.Flaw.NOT_UNDER_SEAL;
import static eu.lethe.compliance.proof.BrokenProof.Flaw.SEAL_OUT_OF_ORDER;
import static eu.lethe.compliance.proof.BrokenProof.Flaw.WRONG_FILE_DIGEST;
import static eu.lethe.compliance.proof.BrokenProof.Flaw.WRONG_KEY;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks a file that {@link AuditExport} wrote, a line at a time. */
final class AuditFile {

    private static final int DIGEST = 32;

    /**
     * What a whole and unchanged file holds.
     *
     * @param restores whether the database was restored within the period, so that something recorded in it was lost
     */
    record Summary(
            String account, String from, String before, long events, long blocks, String keyId, boolean restores) {}

    private final Optional<SealChain> copy;
    private final MessageDigest digest = Digest.sha256();
    private @Nullable AuditBlock block;
    private @Nullable AuditSeal seal;
    private final List<byte[]> leaves = new ArrayList<>();
    private String keyId = "";
    private String account = "";
    private long blocks;
    private long events;
    private boolean restores;

    /** @param copy the seals from the second place, if whoever checks has them */
    AuditFile(Optional<SealChain> copy) {
        this.copy = copy;
    }

    /** @throws BrokenProof at the first thing that does not hold */
    Summary check(BufferedReader file) throws IOException {
        String line = file.readLine();
        if (line == null || !(CanonicalJson.read(line) instanceof Map<?, ?> header)) {
            throw new BrokenProof(NOT_A_LOG, "line 1");
        }
        if (!Long.valueOf(AuditExport.FORMAT).equals(header.get("log"))) {
            throw new BrokenProof(NOT_A_LOG, "line 1");
        }
        account = String.valueOf(header.get("account"));
        for (String next = file.readLine(); next != null; next = file.readLine()) {
            digest(line);
            line = next;
            next(line);
        }
        return end(line, header);
    }

    private void next(String line) {
        if (line.startsWith("{\"account\"")) {
            events++;
            leaves.add(MerkleTree.leaf(line.getBytes(StandardCharsets.UTF_8)));
        } else if (line.startsWith("{\"block\"")) {
            closeBlock();
            openBlock(line);
        }
    }

    private void openBlock(String line) {
        if (!(CanonicalJson.read(line) instanceof Map<?, ?> members)) {
            throw new BrokenProof(NOT_A_LOG, "block");
        }
        AuditBlock next = AuditBlock.of(members.get("block"));
        if (!next.account().equals(account)) {
            throw new BrokenProof(NOT_A_LOG, "account");
        }
        Signed document = Signed.read(String.valueOf(members.get("seal")));
        mustBeSameKey(document);
        AuditSeal over = AuditSeal.of(document);
        mustFollow(next, over);
        mustBeUnder(next, over, members);
        if (copy.isPresent() && !copy.get().holds(over.id(), Digest.hex(document.digest()))) {
            throw new BrokenProof(SEAL_OUT_OF_ORDER, "seal " + over.id());
        }
        restores |= seal != null && seal.restores() != over.restores();
        block = next;
        seal = over;
        blocks++;
    }

    private void mustBeSameKey(Signed document) {
        if (!keyId.isEmpty() && !keyId.equals(document.keyId())) {
            throw new BrokenProof(WRONG_KEY, document.keyId());
        }
        keyId = document.keyId();
    }

    private void mustFollow(AuditBlock next, AuditSeal over) {
        if (block == null || seal == null) {
            return;
        }
        if (next.number() != block.number() + 1 || !next.previous().equals(Digest.hex(block.digest()))) {
            throw new BrokenProof(BLOCK_MISSING, "block " + (block.number() + 1));
        }
        if (over.id() <= seal.id()) {
            throw new BrokenProof(SEAL_OUT_OF_ORDER, "seal " + over.id());
        }
    }

    private static void mustBeUnder(AuditBlock block, AuditSeal seal, Map<?, ?> members) {
        boolean under = members.get("place") instanceof Long place
                && members.get("width") instanceof Long width
                && width == seal.blocks()
                && place >= 0
                && place < width
                && members.get("path") instanceof List<?> path
                && MerkleTree.holds(
                        block.digest(),
                        Math.toIntExact(place),
                        Math.toIntExact(width),
                        path.stream()
                                .map(step -> Digest.parse(String.valueOf(step), DIGEST))
                                .toList(),
                        Digest.parse(seal.root(), DIGEST));
        if (!under || block.from() < seal.from() || block.to() > seal.to()) {
            throw new BrokenProof(NOT_UNDER_SEAL, "block " + block.number());
        }
    }

    private void closeBlock() {
        if (block == null) {
            if (!leaves.isEmpty()) {
                throw new BrokenProof(EVENTS_CHANGED, "block 0");
            }
            return;
        }
        boolean same = leaves.size() == block.events()
                && Digest.hex(MerkleTree.root(leaves)).equals(block.root());
        if (!same) {
            throw new BrokenProof(EVENTS_CHANGED, "block " + block.number());
        }
        leaves.clear();
    }

    private Summary end(String line, Map<?, ?> header) {
        Signed end = Signed.read(line);
        if (!end.type().equals(Signed.AUDIT_EXPORT)) {
            throw new BrokenProof(LOG_CUT_OFF, end.type());
        }
        mustBeSameKey(end);
        closeBlock();
        boolean whole = end.text("sha256").equals(Digest.hex(digest.digest()))
                && end.number("blocks") == blocks
                && end.number("events") == events
                && end.text("account").equals(account);
        if (!whole) {
            throw new BrokenProof(WRONG_FILE_DIGEST, "file");
        }
        return new Summary(
                account,
                String.valueOf(header.get("from")),
                String.valueOf(header.get("before")),
                events,
                blocks,
                keyId,
                restores);
    }

    private void digest(String line) {
        digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
