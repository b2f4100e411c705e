package eu.lethe.stub;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Just enough JSON to read a request and write text into a response, so that the stub needs no library. */
public final class Json {

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException if the text is not one JSON object */
    public static Map<String, @Nullable Object> object(String text) {
        try {
            var json = new Json(text);
            json.skipSpace();
            var object = json.readObject();
            json.skipSpace();
            if (json.at < text.length()) {
                throw json.wrong();
            }
            return object;
        } catch (IndexOutOfBoundsException end) {
            throw new IllegalArgumentException("JSON ends too early", end);
        }
    }

    public static String quote(String value) {
        var quoted = new StringBuilder(value.length() + 2).append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    private @Nullable Object readValue() {
        skipSpace();
        return switch (text.charAt(at)) {
            case '{' -> readObject();
            case '[' -> readArray();
            case '"' -> readString();
            default -> readLiteral();
        };
    }

    private Map<String, @Nullable Object> readObject() {
        var object = new LinkedHashMap<String, @Nullable Object>();
        expect('{');
        while (!closes('}')) {
            skipSpace();
            String key = readString();
            skipSpace();
            expect(':');
            object.put(key, readValue());
        }
        return object;
    }

    private List<@Nullable Object> readArray() {
        var array = new ArrayList<@Nullable Object>();
        expect('[');
        while (!closes(']')) {
            array.add(readValue());
        }
        return array;
    }

    // Lenient about a comma too many: this is not the place to judge a client's JSON.
    private boolean closes(char end) {
        skipSpace();
        if (text.charAt(at) == ',') {
            at++;
            skipSpace();
        }
        if (text.charAt(at) != end) {
            return false;
        }
        at++;
        return true;
    }

    private String readString() {
        expect('"');
        var value = new StringBuilder();
        for (char c = text.charAt(at++); c != '"'; c = text.charAt(at++)) {
            value.append(c == '\\' ? readEscape() : c);
        }
        return value.toString();
    }

    private char readEscape() {
        char c = text.charAt(at++);
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> {
                at += 4;
                yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
            }
            default -> c;
        };
    }

    private @Nullable Object readLiteral() {
        int start = at;
        while (at < text.length() && ",]} \n\r\t".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String literal = text.substring(start, at);
        return switch (literal) {
            case "true" -> true;
            case "false" -> false;
            case "null" -> null;
            case "" -> throw wrong();
            default -> Double.valueOf(literal);
        };
    }

    private void expect(char wanted) {
        if (text.charAt(at) != wanted) {
            throw wrong();
        }
        at++;
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private IllegalArgumentException wrong() {
        return new IllegalArgumentException("Not JSON at character " + at);
    }
}
