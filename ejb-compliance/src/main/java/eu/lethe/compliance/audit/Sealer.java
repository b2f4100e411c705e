package eu.lethe.compliance.audit;

import eu.lethe.compliance.audit.Ledger.Leaf;
import eu.lethe.compliance.audit.Ledger.StoredBlock;
import eu.lethe.compliance.audit.Ledger.StoredSeal;
import eu.lethe.compliance.proof.AuditBlock;
import eu.lethe.compliance.proof.AuditSeal;
import eu.lethe.compliance.proof.Digest;
import eu.lethe.compliance.proof.MerkleTree;
import eu.lethe.compliance.proof.Signed;
import eu.lethe.compliance.proof.Signer;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes one seal: the events of each account under a block, the blocks under the seal, the seal after the one before. */
final class Sealer {

    private final Ledger ledger;
    private final Signer signer;
    private final int most;

    /** @param most how many events go under one seal */
    Sealer(Ledger ledger, Signer signer, int most) {
        this.ledger = ledger;
        this.signer = signer;
        this.most = most;
    }

    /**
     * Seals what has no seal yet.
     *
     * @param upTo no event with this number or a smaller one is still to come
     * @param elsewhere the newest seal in the second place
     * @return empty if there is nothing to seal
     */
    Optional<AuditSeal> seal(long upTo, Optional<Signed> elsewhere, Instant now) throws SQLException {
        Optional<StoredSeal> stored = ledger.newestSeal();
        long from = stored.map(seal -> seal.to() + 1).orElse(1L);
        List<Leaf> leaves = ledger.leaves(from, upTo, most);
        if (leaves.isEmpty()) {
            return Optional.empty();
        }
        long to = leaves.size() < most ? upTo : leaves.get(leaves.size() - 1).seq();
        Optional<Signed> own = stored.map(seal -> Signed.claimed(seal.document()));
        long restores = restores(own, elsewhere);
        Optional<Signed> last = id(elsewhere) > id(own) ? elsewhere : own;
        List<AuditBlock> blocks = blocks(leaves);
        List<byte[]> digests = blocks.stream().map(AuditBlock::digest).toList();
        var seal = new AuditSeal(
                id(last) + 1,
                now,
                from,
                to,
                leaves.size(),
                last.map(signed -> AuditSeal.of(signed).total()).orElse(0L) + leaves.size(),
                blocks.size(),
                restores,
                last.map(signed -> Digest.hex(signed.digest())).orElse(AuditBlock.NONE),
                Digest.hex(MerkleTree.root(digests)));
        store(seal, blocks, digests);
        return Optional.of(seal);
    }

    // A database older than the copy of its seals was restored: the chain goes on after the copy's last, and says so.
    private static long restores(Optional<Signed> own, Optional<Signed> elsewhere) {
        Optional<Signed> newer = id(elsewhere) > id(own) ? elsewhere : own;
        long known = newer.map(seal -> AuditSeal.of(seal).restores()).orElse(0L);
        return id(elsewhere) > id(own) ? known + 1 : known;
    }

    private static long id(Optional<Signed> seal) {
        return seal.map(signed -> AuditSeal.of(signed).id()).orElse(0L);
    }

    private void store(AuditSeal seal, List<AuditBlock> blocks, List<byte[]> digests) throws SQLException {
        Signed document = seal.sign(signer);
        ledger.add(
                new StoredSeal(
                        seal.id(),
                        seal.from(),
                        seal.to(),
                        seal.events(),
                        Digest.hex(document.digest()),
                        document.text()),
                seal.sealedAt().atOffset(ZoneOffset.UTC));
        var stored = new ArrayList<StoredBlock>();
        for (int place = 0; place < blocks.size(); place++) {
            stored.add(new StoredBlock(
                    blocks.get(place), seal.id(), place, blocks.size(), MerkleTree.path(digests, place)));
        }
        ledger.add(stored);
    }

    private List<AuditBlock> blocks(List<Leaf> leaves) throws SQLException {
        Map<String, List<Leaf>> byAccount =
                leaves.stream().collect(Collectors.groupingBy(Leaf::account, TreeMap::new, Collectors.toList()));
        Map<String, AuditBlock> before =
                ledger.newest(byAccount.keySet().stream().map(UUID::fromString).toList()).stream()
                        .map(StoredBlock::block)
                        .collect(Collectors.toMap(AuditBlock::account, block -> block));
        var blocks = new ArrayList<AuditBlock>();
        byAccount.forEach((account, own) -> blocks.add(block(account, own, Optional.ofNullable(before.get(account)))));
        return blocks;
    }

    private static AuditBlock block(String account, List<Leaf> leaves, Optional<AuditBlock> before) {
        return new AuditBlock(
                account,
                before.map(AuditBlock::number).orElse(0L) + 1,
                leaves.size(),
                leaves.get(0).seq(),
                leaves.get(leaves.size() - 1).seq(),
                before.map(block -> Digest.hex(block.digest())).orElse(AuditBlock.NONE),
                Digest.hex(MerkleTree.root(leaves.stream().map(Leaf::digest).toList())));
    }
}
