package eu.lethe.compliance.proof;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes a value in the one way RFC 8785 allows, so that two programs sign and hash the same bytes. Numbers are whole ones
 * within ±(2<sup>53</sup>−1): everything a proof says is a text, a count or a yes.
 */
public final class CanonicalJson {

    static final long LARGEST = (1L << 53) - 1;

    private CanonicalJson() {}

    /** @param value of maps with text keys, collections, texts, whole numbers, booleans, nulls and nothing else */
    public static String write(@Nullable Object value) {
        var out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    /**
     * Reads what {@link #write} wrote, and refuses everything else: the same value written another way is another document.
     *
     * @throws BrokenProof if the text is not canonical JSON
     */
    public static @Nullable Object read(String text) {
        Object value = new JsonReader(text).read();
        if (!isCanonical(value, text)) {
            throw new BrokenProof(BrokenProof.Flaw.NOT_CANONICAL, "text");
        }
        return value;
    }

    private static boolean isCanonical(@Nullable Object value, String text) {
        try {
            return write(value).equals(text);
        } catch (IllegalArgumentException unwritable) {
            return false;
        }
    }

    private static void write(@Nullable Object value, StringBuilder out) {
        if (value == null || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof String text) {
            writeText(text, out);
        } else if (value instanceof Long || value instanceof Integer) {
            out.append(within(((Number) value).longValue()));
        } else if (value instanceof Map<?, ?> object) {
            writeObject(object, out);
        } else if (value instanceof Collection<?> list) {
            writeList(list, out);
        } else {
            throw new IllegalArgumentException("no JSON for " + value.getClass());
        }
    }

    private static void writeObject(Map<?, ?> object, StringBuilder out) {
        // A Java text is compared by its UTF-16 units, which is the order RFC 8785 asks for.
        var sorted = new TreeMap<String, @Nullable Object>();
        object.forEach((key, value) -> sorted.put((String) key, value));
        String separator = "";
        out.append('{');
        for (var entry : sorted.entrySet()) {
            out.append(separator);
            writeText(entry.getKey(), out);
            out.append(':');
            write(entry.getValue(), out);
            separator = ",";
        }
        out.append('}');
    }

    private static void writeList(Collection<?> list, StringBuilder out) {
        String separator = "";
        out.append('[');
        for (Object element : list) {
            out.append(separator);
            write(element, out);
            separator = ",";
        }
        out.append(']');
    }

    private static void writeText(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (isLoneSurrogate(text, i)) {
                throw new IllegalArgumentException("half a character at " + i);
            }
            writeUnit(unit, out);
        }
        out.append('"');
    }

    private static void writeUnit(char unit, StringBuilder out) {
        switch (unit) {
            case '"', '\\' -> out.append('\\').append(unit);
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> {
                if (unit < 0x20) {
                    out.append(String.format("\\u%04x", (int) unit));
                } else {
                    out.append(unit);
                }
            }
        }
    }

    private static boolean isLoneSurrogate(String text, int i) {
        char unit = text.charAt(i);
        if (Character.isHighSurrogate(unit)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(unit) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }

    private static long within(long number) {
        if (number > LARGEST || number < -LARGEST) {
            throw new IllegalArgumentException("not a number every reader can hold: " + number);
        }
        return number;
    }
}
