package eu.lethe.bench;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Finds any of many strings in bytes, in one pass: each by its first few bytes, and then the whole. */
final class Needles {

    private static final int WINDOW = 12;
    private static final long BASE = 1_000_003;

    private final Map<Long, byte[]> byBeginning = new HashMap<>();
    private final long highest;

    /** @param strings of at least twelve bytes; of two that begin alike one is looked for */
    Needles(Collection<String> strings) {
        for (String string : strings) {
            byte[] bytes = string.getBytes(StandardCharsets.UTF_8);
            if (bytes.length < WINDOW) {
                throw new IllegalArgumentException("too short to be looked for: " + bytes.length + " bytes");
            }
            byBeginning.put(hash(bytes), bytes);
        }
        long power = 1;
        for (int i = 1; i < WINDOW; i++) {
            power *= BASE;
        }
        highest = power;
    }

    int size() {
        return byBeginning.size();
    }

    /** How many places in these bytes hold one of the strings. */
    long in(byte[] hay) {
        if (hay.length < WINDOW) {
            return 0;
        }
        long found = 0;
        long hash = hash(hay);
        for (int at = 0; ; at++) {
            byte[] needle = byBeginning.get(hash);
            if (needle != null && isAt(hay, at, needle)) {
                found++;
            }
            if (at + WINDOW >= hay.length) {
                return found;
            }
            hash = (hash - hay[at] * highest) * BASE + hay[at + WINDOW];
        }
    }

    private static boolean isAt(byte[] hay, int at, byte[] needle) {
        if (at + needle.length > hay.length) {
            return false;
        }
        for (int i = 0; i < needle.length; i++) {
            if (hay[at + i] != needle[i]) {
                return false;
            }
        }
        return true;
    }

    private static long hash(byte[] bytes) {
        long hash = 0;
        for (int i = 0; i < WINDOW; i++) {
            hash = hash * BASE + bytes[i];
        }
        return hash;
    }
}
