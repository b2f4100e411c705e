package eu.lethe.compliance.proof;

import static eu.lethe.compliance.proof.BrokenProof.Flaw.NOT_JSON;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads canonical JSON: no space between tokens, no number but a whole one, no key twice. */
final class JsonReader {

    private static final int DEEPEST = 20;
    private static final int LONGEST_NUMBER = 17;

    private final String text;
    private int at;
    private int depth;

    JsonReader(String text) {
        this.text = text;
    }

    @Nullable
    Object read() {
        Object value = value();
        if (at != text.length()) {
            throw broken();
        }
        return value;
    }

    private @Nullable Object value() {
        return switch (peek()) {
            case '{' -> object();
            case '[' -> list();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> object() {
        var object = new LinkedHashMap<String, @Nullable Object>();
        enter('{');
        while (peek() != '}') {
            if (!object.isEmpty()) {
                take(',');
            }
            String key = string();
            take(':');
            if (object.containsKey(key)) {
                throw broken();
            }
            object.put(key, value());
        }
        leave('}');
        return object;
    }

    private List<@Nullable Object> list() {
        var list = new ArrayList<@Nullable Object>();
        enter('[');
        while (peek() != ']') {
            if (!list.isEmpty()) {
                take(',');
            }
            list.add(value());
        }
        leave(']');
        return list;
    }

    private void enter(char bracket) {
        take(bracket);
        if (++depth > DEEPEST) {
            throw broken();
        }
    }

    private void leave(char bracket) {
        take(bracket);
        depth--;
    }

    private String string() {
        take('"');
        var out = new StringBuilder();
        while (peek() != '"') {
            char unit = next();
            out.append(unit == '\\' ? escaped() : unit);
        }
        take('"');
        return out.toString();
    }

    private char escaped() {
        char kind = next();
        return switch (kind) {
            case '"', '\\' -> kind;
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'f' -> '\f';
            case 'r' -> '\r';
            case 'u' -> control();
            default -> throw broken();
        };
    }

    private char control() {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(next(), 16);
            if (digit < 0) {
                throw broken();
            }
            code = code * 16 + digit;
        }
        return (char) code;
    }

    private Long number() {
        int start = at;
        if (peek() == '-') {
            at++;
        }
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        String digits = text.substring(start, at);
        if (digits.isEmpty() || digits.equals("-") || digits.length() > LONGEST_NUMBER) {
            throw broken();
        }
        long number = Long.parseLong(digits);
        if (Math.abs(number) > CanonicalJson.LARGEST) {
            throw broken();
        }
        return number;
    }

    private @Nullable Object word(String word, @Nullable Object value) {
        if (!text.startsWith(word, at)) {
            throw broken();
        }
        at += word.length();
        return value;
    }

    private void take(char wanted) {
        if (next() != wanted) {
            throw broken();
        }
    }

    private char next() {
        char unit = peek();
        at++;
        return unit;
    }

    private char peek() {
        if (at >= text.length()) {
            throw broken();
        }
        return text.charAt(at);
    }

    private BrokenProof broken() {
        return new BrokenProof(NOT_JSON, "character " + at);
    }
}
