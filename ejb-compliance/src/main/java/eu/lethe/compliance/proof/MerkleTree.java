package eu.lethe.compliance.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One digest for many, and a short proof for each (RFC 6962): a leaf is SHA-256 of 0x00 and the data, a node is SHA-256 of 0x01
 * and its two children; the left child holds the largest power of two of leaves that is smaller than all of them.
 */
public final class MerkleTree {

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private MerkleTree() {}

    public static byte[] leaf(byte[] data) {
        return Digest.of(LEAF, data);
    }

    /** @param leaves what {@link #leaf} made of each element, in order; one at least */
    public static byte[] root(List<byte[]> leaves) {
        List<byte[]> level = leaves;
        if (level.isEmpty()) {
            throw new IllegalArgumentException("nothing has no root");
        }
        while (level.size() > 1) {
            level = above(level);
        }
        return level.get(0);
    }

    /** The siblings from the leaf up to the root: what shows that the leaf is under it. */
    public static List<byte[]> path(List<byte[]> leaves, int index) {
        var path = new ArrayList<byte[]>();
        List<byte[]> level = leaves;
        for (int at = index; level.size() > 1; at /= 2) {
            int sibling = at ^ 1;
            if (sibling < level.size()) {
                path.add(level.get(sibling));
            }
            level = above(level);
        }
        return path;
    }

    /** Whether the leaf stands at this place among so many under the root. */
    public static boolean holds(byte[] leaf, int index, int size, List<byte[]> path, byte[] root) {
        if (index < 0 || index >= size) {
            return false;
        }
        byte[] digest = leaf;
        int used = 0;
        for (int at = index, width = size; width > 1; at /= 2, width = (width + 1) / 2) {
            int sibling = at ^ 1;
            if (sibling >= width) {
                continue;
            }
            if (used == path.size()) {
                return false;
            }
            byte[] other = path.get(used++);
            digest = sibling < at ? Digest.of(NODE, other, digest) : Digest.of(NODE, digest, other);
        }
        return used == path.size() && Arrays.equals(digest, root);
    }

    // Joining neighbours and carrying an odd last one up makes the tree of RFC 6962.
    private static List<byte[]> above(List<byte[]> level) {
        var above = new ArrayList<byte[]>(level.size() / 2 + 1);
        for (int i = 0; i + 1 < level.size(); i += 2) {
            above.add(Digest.of(NODE, level.get(i), level.get(i + 1)));
        }
        if (level.size() % 2 == 1) {
            above.add(level.get(level.size() - 1));
        }
        return above;
    }
}
