package eu.lethe.chat.answers;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Citations in a text that a model says piece by piece: marks of passages that exist are kept as [1][2], others are taken out
 * before a visitor sees them. [0] is the mark by which the model says that the passages hold no answer.
 */
final class CitationMarks {

    private static final Pattern MARK =
            Pattern.compile("([ \\t\\u00a0]*)[\\[【]\\s*(\\d{1,3}(?:\\s*[,;]\\s*\\d{1,3})*)\\s*[\\]】]");
    private static final Pattern CUT = Pattern.compile("[ \\t\\u00a0]*(?:[\\[【][\\d\\s,;]{0,24})?$");

    private final int passages;
    private final SortedSet<Integer> used = new TreeSet<>();
    private boolean declined;
    private String held = "";

    CitationMarks(int passages) {
        this.passages = passages;
    }

    String next(String piece) {
        String text = held + piece;
        Matcher cut = CUT.matcher(text);
        int end = cut.find() ? cut.start() : text.length();
        held = text.substring(end);
        return checked(text.substring(0, end));
    }

    /** What was held back when the text ended. */
    String rest() {
        String rest = held;
        held = "";
        return checked(rest);
    }

    SortedSet<Integer> used() {
        return used;
    }

    boolean declined() {
        return declined && used.isEmpty();
    }

    private String checked(String text) {
        return MARK.matcher(text).replaceAll(this::check);
    }

    private String check(MatchResult mark) {
        var kept = new StringBuilder();
        for (String number : mark.group(2).split("\\D+")) {
            int passage = Integer.parseInt(number);
            if (passage == 0) {
                declined = true;
            } else if (passage <= passages) {
                used.add(passage);
                kept.append('[').append(passage).append(']');
            }
        }
        return kept.isEmpty() ? "" : Matcher.quoteReplacement(mark.group(1) + kept);
    }
}
