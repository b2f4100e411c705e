package eu.lethe.chat.extracts;

import eu.lethe.chat.retrieval.Passage;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A sentence or an entry of a list, in its passage.
 *
 * @param line of the passage it stands in, from 0
 * @param start of it in that line
 */
record Segment(Passage passage, int line, int start, String text) {
    private static final Pattern ENTRY = Pattern.compile("^(-|\\*|\\d{1,3}[.)]) .*", Pattern.DOTALL);

    static boolean isEntry(String line) {
        return ENTRY.matcher(line).matches();
    }

    static List<String> lines(Passage passage) {
        return passage.text()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    static List<Segment> of(Passage passage) {
        List<Segment> segments = new ArrayList<>();
        List<String> lines = lines(passage);
        for (int line = 0; line < lines.size(); line++) {
            if (isEntry(lines.get(line))) {
                segments.add(new Segment(passage, line, 0, lines.get(line)));
            } else {
                addSentences(passage, line, lines.get(line), segments);
            }
        }
        return segments;
    }

    private static void addSentences(Passage passage, int line, String text, List<Segment> segments) {
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.forLanguageTag(passage.language()));
        sentences.setText(text);
        int start = sentences.first();
        for (int end = sentences.next(); end != BreakIterator.DONE; start = end, end = sentences.next()) {
            String sentence = text.substring(start, end).strip();
            if (!sentence.isEmpty()) {
                segments.add(new Segment(passage, line, start, sentence));
            }
        }
    }

    /** What it says in its place: the last heading above it, and itself. */
    String inContext() {
        String heading = lastHeading(passage);
        return heading.isEmpty() ? text : heading + ": " + text;
    }

    static String lastHeading(Passage passage) {
        String path = passage.heading().isBlank() ? passage.title() : passage.heading();
        return path.substring(path.lastIndexOf(" > ") < 0 ? 0 : path.lastIndexOf(" > ") + 3)
                .strip();
    }
}
