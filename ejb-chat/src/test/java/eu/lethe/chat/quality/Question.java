package eu.lethe.chat.quality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A question and the pages that answer it.
 *
 * @param pages locations; empty if nothing in the help centre answers it
 */
record Question(String language, String text, Set<String> pages) {

    boolean isAnswerable() {
        return !pages.isEmpty();
    }

    /** Reads a set of tab-separated lines; pages are named without their language's prefix. */
    static List<Question> read(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\t"))
                    .map(cells -> new Question(cells[0], cells[1], pages(cells[0], cells[2])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> pages(String language, String cell) {
        String prefix = language.equals("en") ? "" : "/" + language;
        return cell.equals("-")
                ? Set.of()
                : Set.copyOf(List.of(cell.split("\\|")).stream()
                        .map(page -> prefix + page)
                        .toList());
    }
}
