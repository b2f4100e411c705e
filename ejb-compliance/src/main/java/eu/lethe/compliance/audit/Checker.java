package eu.lethe.compliance.audit;

import eu.lethe.compliance.audit.AuditTrail.Finding;
import eu.lethe.compliance.audit.AuditTrail.Flaw;
import eu.lethe.compliance.audit.Ledger.StoredBlock;
import eu.lethe.compliance.audit.Ledger.StoredSeal;
import eu.lethe.compliance.proof.AuditBlock;
import eu.lethe.compliance.proof.AuditEvent;
import eu.lethe.compliance.proof.AuditSeal;
import eu.lethe.compliance.proof.BrokenProof;
import eu.lethe.compliance.proof.Digest;
import eu.lethe.compliance.proof.MerkleTree;
import eu.lethe.compliance.proof.Signed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Recomputes the log from its rows, seal after seal, and collects what differs. */
final class Checker {

    private static final int MOST_FINDINGS = 100;

    private final @Nullable UUID account;
    private final SealCopy copy;
    private final String keyId;
    private final List<Finding> findings = new ArrayList<>();
    private @Nullable AuditSeal last;
    private String lastDigest = AuditBlock.NONE;
    private String lastDocument = "";
    private long seals;
    private long events;

    /**
     * @param account whose events are looked at, or null for everybody's
     * @param keyId the key seals are signed with
     */
    Checker(@Nullable UUID account, SealCopy copy, String keyId) {
        this.account = account;
        this.copy = copy;
        this.keyId = keyId;
    }

    void take(SealedLog.Page page) {
        Map<Long, List<StoredBlock>> blocks = page.blocks().stream().collect(Collectors.groupingBy(StoredBlock::seal));
        int next = 0;
        for (StoredSeal stored : page.seals()) {
            int end = next;
            while (end < page.events().size() && page.events().get(end).seq() <= stored.to()) {
                end++;
            }
            check(
                    stored,
                    blocks.getOrDefault(stored.id(), List.of()),
                    page.events().subList(next, end));
            next = end;
        }
    }

    /** The number of the last event that has a seal. */
    long lastSealed() {
        return last == null ? 0 : last.to();
    }

    AuditTrail.Check finish(long unsealed) {
        copy.after(lastId()).forEach(id -> found(Flaw.SEAL_MISSING, id));
        if (last != null && !isOurs(lastDocument)) {
            found(Flaw.SEAL_CHANGED, last.id());
        }
        return new AuditTrail.Check(seals, events, unsealed, copy.isKept(), List.copyOf(findings));
    }

    private void check(StoredSeal stored, List<StoredBlock> blocks, List<AuditEvent> own) {
        seals++;
        events += own.size();
        AuditSeal seal;
        String digest;
        try {
            Signed document = Signed.claimed(stored.document());
            seal = AuditSeal.of(document);
            digest = Digest.hex(document.digest());
        } catch (BrokenProof broken) {
            found(Flaw.SEAL_CHANGED, stored.id());
            return;
        }
        checkSeal(stored, seal, digest);
        checkBlocks(seal, blocks);
        checkEvents(seal, blocks, own);
        last = seal;
        lastDigest = digest;
        lastDocument = stored.document();
    }

    private void checkSeal(StoredSeal stored, AuditSeal seal, String digest) {
        boolean sameColumns = stored.id() == seal.id()
                && stored.from() == seal.from()
                && stored.to() == seal.to()
                && stored.events() == seal.events()
                && stored.digest().equals(digest);
        boolean follows = seal.previous().equals(lastDigest) && seal.from() == lastSealed() + 1;
        boolean restored = last != null && seal.restores() > last.restores();
        if (restored) {
            found(Flaw.RESTORED, seal.id());
        } else if (seal.id() != lastId() + 1) {
            found(Flaw.SEAL_MISSING, lastId() + 1);
        } else if (!sameColumns || !follows) {
            found(Flaw.SEAL_CHANGED, seal.id());
        }
        copy.compare(seal.id(), digest, restored).ifPresent(flaw -> found(flaw, seal.id()));
    }

    private void checkBlocks(AuditSeal seal, List<StoredBlock> blocks) {
        List<byte[]> digests =
                blocks.stream().map(stored -> stored.block().digest()).toList();
        boolean same = blocks.size() == seal.blocks()
                && !digests.isEmpty()
                && Digest.hex(MerkleTree.root(digests)).equals(seal.root());
        for (int place = 0; same && place < blocks.size(); place++) {
            StoredBlock stored = blocks.get(place);
            same = stored.place() == place
                    && stored.width() == blocks.size()
                    && sameBytes(MerkleTree.path(digests, place), stored.path());
        }
        if (!same) {
            found(Flaw.BLOCKS_CHANGED, seal.id());
        }
    }

    private static boolean sameBytes(List<byte[]> some, List<byte[]> other) {
        return some.stream()
                .map(Digest::hex)
                .toList()
                .equals(other.stream().map(Digest::hex).toList());
    }

    private void checkEvents(AuditSeal seal, List<StoredBlock> blocks, List<AuditEvent> own) {
        Map<String, List<byte[]>> leaves = new HashMap<>();
        own.forEach(event -> leaves.computeIfAbsent(event.account().toString(), some -> new ArrayList<>())
                .add(event.leaf()));
        boolean same = true;
        for (StoredBlock stored : blocks) {
            AuditBlock block = stored.block();
            if (account == null || account.toString().equals(block.account())) {
                List<byte[]> found = leaves.remove(block.account());
                same &= found != null && Digest.hex(MerkleTree.root(found)).equals(block.root());
            }
        }
        if (!same) {
            found(Flaw.EVENTS_CHANGED, seal.id());
        }
        if (!leaves.isEmpty()) {
            found(Flaw.EVENT_NEVER_SEALED, seal.id());
        }
    }

    private boolean isOurs(String document) {
        try {
            return Signed.read(document).keyId().equals(keyId);
        } catch (BrokenProof broken) {
            return false;
        }
    }

    private long lastId() {
        return last == null ? 0 : last.id();
    }

    private void found(Flaw flaw, long seal) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(new Finding(flaw, seal));
        }
    }
}
