package eu.lethe.chat.redaction;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The placeholders of one reply: what {@link #hide} takes out of question and history, {@link #show} puts back into the answer.
 * The same value has the same placeholder throughout, so that the model can refer to it.
 */
public final class Redaction {

    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\[(?:email|phone|iban|card)-\\d{1,3}]", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 12;

    private final Map<String, String> placeholders = new HashMap<>();
    private final Map<String, String> values = new HashMap<>();
    private final Map<Recogniser.Kind, Integer> counts = new HashMap<>();

    /** The text with a placeholder such as {@code [email-1]} for each value that identifies a person. */
    public String hide(String text) {
        var hidden = new StringBuilder(text.length());
        int from = 0;
        for (Recogniser.Found found : Recogniser.in(text)) {
            String value = text.substring(found.start(), found.end());
            hidden.append(text, from, found.start())
                    .append(placeholders.computeIfAbsent(value, v -> number(found.kind(), v)));
            from = found.end();
        }
        return hidden.append(text, from, text.length()).toString();
    }

    /** How many different values are hidden so far. */
    public int count() {
        return values.size();
    }

    /** The text with the values where their placeholders stood. */
    public String show(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(this::valueOf);
    }

    /** Shows a text that comes in pieces, in which a placeholder may be cut anywhere. */
    public Showing showing() {
        return new Showing();
    }

    /** The text with nothing in the place of such values: for a search, to which they mean nothing. */
    public static String without(String text) {
        var rest = new StringBuilder(text.length());
        int from = 0;
        for (Recogniser.Found found : Recogniser.in(text)) {
            rest.append(text, from, found.start());
            from = found.end();
        }
        return rest.append(text, from, text.length()).toString();
    }

    /** Such values of the text, in order. */
    public static List<String> found(String text) {
        return Recogniser.in(text).stream()
                .map(found -> text.substring(found.start(), found.end()))
                .toList();
    }

    private String number(Recogniser.Kind kind, String value) {
        String placeholder = "[" + kind.label() + "-" + counts.merge(kind, 1, Integer::sum) + "]";
        values.put(placeholder, value);
        return placeholder;
    }

    private String valueOf(MatchResult match) {
        String placeholder = match.group();
        return Matcher.quoteReplacement(
                values.getOrDefault(placeholder.toLowerCase(java.util.Locale.ROOT), placeholder));
    }

    /** A text on its way, of which the end is held back while it may be the start of a placeholder. */
    public final class Showing {

        private String held = "";

        private Showing() {}

        public String next(String piece) {
            if (values.isEmpty()) {
                return piece;
            }
            String text = held + piece;
            int open = text.lastIndexOf('[');
            boolean cut = open >= 0 && text.indexOf(']', open) < 0 && text.length() - open < LONGEST;
            held = cut ? text.substring(open) : "";
            return show(cut ? text.substring(0, open) : text);
        }

        /** What was held back when the text ended. */
        public String rest() {
            String rest = held;
            held = "";
            return rest;
        }
    }
}
