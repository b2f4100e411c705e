package eu.lethe.chat.extraction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads questions and answers from a CSV file, however the spreadsheet that wrote it separates its columns. */
public final class QuestionTable {

    private static final int MOST_ROWS = 10_000;

    /** A row, with the line it starts on. */
    public record Row(String question, String answer) {}

    /** The table cannot be used as it is. */
    public static final class Unusable extends Exception {
        private final String code;
        private final long line;

        Unusable(String code, long line) {
            super(code + " in line " + line);
            this.code = code;
            this.line = line;
        }

        /** {@code header}, {@code quotes}, {@code question}, {@code answer}, {@code empty} or {@code too-many}. */
        public String code() {
            return code;
        }

        /** Counted from 1 as an editor shows it. */
        public long line() {
            return line;
        }
    }

    private QuestionTable() {}

    public static List<Row> read(byte[] content) throws Unusable {
        String text = TextDecoder.decode(content, null);
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreSurroundingSpaces(true)
                .setIgnoreEmptyLines(true)
                .get();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            return rows(parser);
        } catch (IOException | UncheckedIOException broken) {
            throw new Unusable("quotes", 1);
        }
    }

    private static String delimiter(String text) {
        String header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        for (String delimiter : List.of(";", "\t")) {
            if (header.contains(delimiter)) {
                return delimiter;
            }
        }
        return ",";
    }

    private static List<Row> rows(CSVParser parser) throws Unusable {
        var rows = new ArrayList<Row>();
        int question = -1;
        int answer = -1;
        long line = 1;
        try {
            for (CSVRecord cells : parser) {
                if (question < 0) {
                    question = column(cells, "question");
                    answer = column(cells, "answer");
                } else {
                    // The parser's line is where a record ends; what a person looks for is where it starts.
                    rows.add(row(cells, question, answer, line));
                }
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (UncheckedIOException broken) {
            throw new Unusable("quotes", line);
        }
        if (rows.isEmpty()) {
            throw new Unusable("empty", line);
        }
        return rows;
    }

    private static int column(CSVRecord header, String name) throws Unusable {
        for (int i = 0; i < header.size(); i++) {
            if (header.get(i).strip().toLowerCase(Locale.ROOT).equals(name)) {
                return i;
            }
        }
        throw new Unusable("header", 1);
    }

    private static Row row(CSVRecord cells, int question, int answer, long line) throws Unusable {
        if (cells.getRecordNumber() > MOST_ROWS) {
            throw new Unusable("too-many", line);
        }
        return new Row(cell(cells, question, "question", line), cell(cells, answer, "answer", line));
    }

    private static String cell(CSVRecord cells, int column, String name, long line) throws Unusable {
        if (column >= cells.size() || cells.get(column).isBlank()) {
            throw new Unusable(name, line);
        }
        return cells.get(column).strip();
    }
}
