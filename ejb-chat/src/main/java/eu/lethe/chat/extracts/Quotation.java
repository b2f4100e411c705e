package eu.lethe.chat.extracts;

import java.util.ArrayList;
import java.util.List;

/** A segment with the neighbours that complete it: the whole list, the rest of the paragraph. Nothing is put in other words. */
final class Quotation {
    /** An answer in a chat is read on a phone. */
    private static final int LONGEST = 600;

    private static final int ENOUGH = 220;

    private final Segment segment;
    private final List<String> lines;

    private Quotation(Segment segment) {
        this.segment = segment;
        this.lines = Segment.lines(segment.passage());
    }

    static String of(Segment segment) {
        Quotation quotation = new Quotation(segment);
        return Segment.isEntry(segment.text()) ? quotation.list() : quotation.paragraph();
    }

    /** The list around an entry, with what introduces it. */
    private String list() {
        int first = segment.line();
        while (first > 0 && Segment.isEntry(lines.get(first - 1))) {
            first--;
        }
        int last = segment.line();
        while (last + 1 < lines.size() && Segment.isEntry(lines.get(last + 1))) {
            last++;
        }
        String introduction = first > 0 ? lines.get(first - 1) : Segment.lastHeading(segment.passage());
        int room = LONGEST - introduction.length();
        List<String> entries = new ArrayList<>(lines.subList(first, last + 1));
        int best = segment.line() - first;
        while (length(entries) > room && entries.size() > 1) {
            // What is farther from the entry goes first; the entry itself stays.
            boolean fromStart = best > entries.size() - 1 - best;
            entries.remove(fromStart ? 0 : entries.size() - 1);
            best -= fromStart ? 1 : 0;
        }
        String quoted = String.join("\n", entries);
        return introduction.isEmpty() ? quoted : introduction + "\n" + quoted;
    }

    private String paragraph() {
        String line = lines.get(segment.line());
        StringBuilder quoted =
                new StringBuilder(line.length() <= LONGEST ? line : cut(line.substring(segment.start())));
        for (int next = segment.line() + 1; next < lines.size(); next++) {
            boolean introduces = quoted.toString().endsWith(":");
            boolean continues =
                    Segment.isEntry(lines.get(next)) && (introduces || Segment.isEntry(lines.get(next - 1)));
            if (quoted.length() + lines.get(next).length() > LONGEST || !(continues || quoted.length() < ENOUGH)) {
                break;
            }
            quoted.append('\n').append(lines.get(next));
        }
        return quoted.toString();
    }

    /** Whole sentences of a long paragraph. */
    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text.strip();
        }
        int end = Math.max(
                text.lastIndexOf(". ", LONGEST),
                Math.max(text.lastIndexOf("。", LONGEST), text.lastIndexOf("? ", LONGEST)));
        return end > 0
                ? text.substring(0, end + 1).strip()
                : text.substring(0, LONGEST).strip() + "…";
    }

    private static int length(List<String> entries) {
        return entries.stream().mapToInt(entry -> entry.length() + 1).sum();
    }
}
