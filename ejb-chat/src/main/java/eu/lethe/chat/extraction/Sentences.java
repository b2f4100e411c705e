package eu.lethe.chat.extraction;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Where one sentence ends and the next begins. */
final class Sentences {

    /** What has no end in sight (a list of numbers, a dump) is cut here all the same, at a space if there is one. */
    private static final int LONGEST = 2 * Chunker.MOST;

    private static final Pattern ABBREVIATION = Pattern.compile(
            "(?i).*(?<!\\p{L})(\\p{L}|e\\.g|i\\.e|z\\.\\s?b|d\\.\\s?h|u\\.\\s?a|bzw|ca|dr|etc|evtl|ggf|inkl|mr|mrs|ms|nr|no|prof|st|str|tel|vgl|vs|esim|mm)\\.\\s*",
            Pattern.DOTALL);

    private Sentences() {}

    /** The parts of a text, which put together are the text. */
    static List<String> of(String text) {
        var sentences = new ArrayList<String>();
        for (String line : text.split("(?<=\\n)", -1)) {
            ofLine(line, sentences);
        }
        return sentences;
    }

    private static void ofLine(String line, List<String> sentences) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
        breaks.setText(line);
        var open = new StringBuilder();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            open.append(line, start, end);
            if (end == line.length() || !ABBREVIATION.matcher(tail(open)).matches()) {
                addCut(open.toString(), sentences);
                open.setLength(0);
            }
        }
    }

    private static String tail(CharSequence text) {
        return text.subSequence(Math.max(0, text.length() - 12), text.length()).toString();
    }

    private static void addCut(String sentence, List<String> sentences) {
        String rest = sentence;
        while (weight(rest) > LONGEST) {
            int limit = rest.length() * LONGEST / weight(rest);
            int space = rest.lastIndexOf(' ', limit);
            int end = space > limit / 2 ? space + 1 : withoutHalfACharacter(rest, limit);
            sentences.add(rest.substring(0, end));
            rest = rest.substring(end);
        }
        if (!rest.isEmpty()) {
            sentences.add(rest);
        }
    }

    private static int withoutHalfACharacter(String text, int end) {
        return Character.isLowSurrogate(text.charAt(end)) ? end + 1 : end;
    }

    /** How much of the model's window a text takes, in Latin characters: a Chinese one is a word piece of its own. */
    static int weight(CharSequence text) {
        int wide = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '\u2E80' && text.charAt(i) <= '\uFFDC') {
                wide++;
            }
        }
        return text.length() + wide * 3;
    }
}
