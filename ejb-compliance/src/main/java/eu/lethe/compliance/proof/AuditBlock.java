package eu.lethe.compliance.proof;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The events of one account under one seal. Blocks of an account are numbered from 1 without a gap and each names the one before,
 * so that an account can be shown that its log is whole without seeing anybody else's.
 *
 * @param from the first event's number
 * @param to the last event's number; there are gaps wherever a transaction was rolled back, so {@code events} says how many
 * @param previous digest of the account's block before, zeros for the first
 * @param root Merkle root over the events' leaves, in order
 */
public record AuditBlock(String account, long number, long events, long from, long to, String previous, String root) {

    /** What the first block, and the first seal, name as the one before. */
    public static final String NONE = "0".repeat(64);

    public Map<String, Object> members() {
        return Map.of(
                "account",
                account,
                "events",
                events,
                "from",
                from,
                "number",
                number,
                "previous",
                previous,
                "root",
                root,
                "to",
                to);
    }

    /** The block's leaf in the tree of its seal, and what the next block names it by. */
    public byte[] digest() {
        return MerkleTree.leaf(CanonicalJson.write(members()).getBytes(StandardCharsets.UTF_8));
    }

    static AuditBlock of(@Nullable Object members) {
        if (members instanceof Map<?, ?> map
                && map.size() == 7
                && map.get("account") instanceof String account
                && map.get("number") instanceof Long number
                && map.get("events") instanceof Long events
                && map.get("from") instanceof Long from
                && map.get("to") instanceof Long to
                && map.get("previous") instanceof String previous
                && map.get("root") instanceof String root) {
            return new AuditBlock(account, number, events, from, to, previous, root);
        }
        throw new BrokenProof(BrokenProof.Flaw.NOT_A_LOG, "block");
    }
}
