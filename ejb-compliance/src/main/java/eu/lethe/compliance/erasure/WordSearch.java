package eu.lethe.compliance.erasure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds many words of at least four characters in a stream of bytes that is read once, whatever the length of its lines: each
 * standing by itself, as in {@link Scan}, in upper or lower case.
 */
final class WordSearch {

    private static final int BLOCK = 1 << 16;
    private static final int HEAD = 4;
    private static final int SEEN_BITS = 1 << 16;

    @SuppressWarnings("ArrayRecordComponent")
    private record Word(String text, byte[] bytes) {}

    private final Map<Integer, List<Word>> byHead = new HashMap<>();
    private final BitSet heads = new BitSet(SEEN_BITS);
    private final int longest;

    WordSearch(Collection<String> wanted) {
        int most = 0;
        for (String text : wanted) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            lower(bytes, 0, bytes.length);
            int head = head(bytes, 0);
            byHead.computeIfAbsent(head, first -> new ArrayList<>()).add(new Word(text, bytes));
            heads.set(bit(head));
            most = Math.max(most, bytes.length);
        }
        longest = most;
    }

    /** Those of the words that stand there. */
    Set<String> in(InputStream stream) throws IOException {
        var found = new HashSet<String>();
        // What is kept of one block for the next: a byte to see what stands before a word, and the beginning of a word.
        byte[] block = new byte[BLOCK + longest + 2];
        int length = 0;
        int next = 0;
        while (true) {
            int read = stream.readNBytes(block, length, block.length - length);
            lower(block, length, length + read);
            length += read;
            boolean last = length < block.length;
            int until = last ? length : length - longest - 1;
            for (int at = next; at < until; at++) {
                find(block, at, length, found);
            }
            if (last) {
                return found;
            }
            System.arraycopy(block, until - 1, block, 0, length - until + 1);
            length -= until - 1;
            next = 1;
        }
    }

    private void find(byte[] block, int at, int length, Set<String> found) {
        if (at + HEAD > length || !heads.get(bit(head(block, at)))) {
            return;
        }
        for (Word word : byHead.getOrDefault(head(block, at), List.of())) {
            int end = at + word.bytes().length;
            if (end <= length
                    && Arrays.equals(block, at, end, word.bytes(), 0, word.bytes().length)
                    && (at == 0 || isApart(block[at - 1]))
                    && (end == length || isApart(block[end]))) {
                found.add(word.text());
            }
        }
    }

    // A byte below zero is part of a letter beyond ASCII.
    private static boolean isApart(byte beside) {
        return beside >= 0 && !Character.isLetterOrDigit(beside);
    }

    private static void lower(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] >= 'A' && bytes[i] <= 'Z') {
                bytes[i] += 'a' - 'A';
            }
        }
    }

    private static int head(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 24
                | (bytes[at + 1] & 0xff) << 16
                | (bytes[at + 2] & 0xff) << 8
                | bytes[at + 3] & 0xff;
    }

    private static int bit(int head) {
        return (head * 0x9E3779B1) >>> 16;
    }
}
