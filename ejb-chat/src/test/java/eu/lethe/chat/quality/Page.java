package eu.lethe.chat.quality;

import java.util.ArrayList;
import java.util.List;

/**
 * A page of a help centre, cut into passages at its headings.
 *
 * @param location as the question sets name it
 */
record Page(String language, String location, String title, List<Piece> pieces) {
    private static final int LONGEST_PIECE = 900;

    /** A heading and what stands below it. */
    record Piece(String heading, String text) {}

    /** Cuts plain Markdown: a passage per heading, long ones at blank lines. */
    static Page of(String language, String location, String title, String markdown) {
        List<Piece> pieces = new ArrayList<>();
        String heading = "";
        StringBuilder text = new StringBuilder();
        for (String block : markdown.split("\\n\\s*\\n|\\n(?=#)|(?<=#[^\\n]{0,200})\\n")) {
            boolean isHeading = block.strip().startsWith("#");
            if (isHeading || text.length() + block.length() > LONGEST_PIECE) {
                keep(pieces, heading, text);
            }
            if (isHeading) {
                heading = block.strip().replaceAll("^#+\\s*|\\s*#.*$", "");
            } else {
                text.append(block.strip()).append("\n\n");
            }
        }
        keep(pieces, heading, text);
        return new Page(language, location, title, pieces);
    }

    private static void keep(List<Piece> pieces, String heading, StringBuilder text) {
        if (!text.toString().isBlank()) {
            pieces.add(new Piece(heading, text.toString().strip()));
        }
        text.setLength(0);
    }
}
