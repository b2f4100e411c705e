package eu.lethe.compliance.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

    @Test
    void makesTheRootOfTheStandard() {
        // The eight entries and the root that the reference implementation of RFC 6962 is tested with.
        var entries = Stream.of(
                        "",
                        "00",
                        "10",
                        "2021",
                        "3031",
                        "40414243",
                        "5051525354555657",
                        "606162636465666768696a6b6c6d6e6f")
                .map(HexFormat.of()::parseHex)
                .map(MerkleTree::leaf)
                .toList();
        assertThat(Digest.hex(MerkleTree.root(entries.subList(0, 1))))
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        assertThat(Digest.hex(MerkleTree.root(entries)))
                .isEqualTo("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    }

    @Test
    void provesEachLeafOfEverySize() {
        for (int size = 1; size <= 33; size++) {
            var leaves = leaves(size);
            byte[] root = MerkleTree.root(leaves);
            for (int i = 0; i < size; i++) {
                var path = MerkleTree.path(leaves, i);
                assertThat(MerkleTree.holds(leaves.get(i), i, size, path, root)).isTrue();
                assertThat(MerkleTree.holds(MerkleTree.leaf(new byte[] {1}), i, size, path, root))
                        .isFalse();
                assertThat(MerkleTree.holds(leaves.get(i), i + 1, size, path, root))
                        .isFalse();
            }
        }
    }

    @Test
    void changesWithEveryLeafRemovedOrMoved() {
        var leaves = leaves(9);
        byte[] root = MerkleTree.root(leaves);
        for (int i = 0; i < 9; i++) {
            var without = new ArrayList<>(leaves);
            without.remove(i);
            assertThat(MerkleTree.root(without)).isNotEqualTo(root);
            var moved = new ArrayList<>(leaves);
            Collections.swap(moved, i, (i + 1) % 9);
            assertThat(MerkleTree.root(moved)).isNotEqualTo(root);
        }
    }

    private static List<byte[]> leaves(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> MerkleTree.leaf(("leaf " + i).getBytes(StandardCharsets.UTF_8)))
                .toList();
    }
}
