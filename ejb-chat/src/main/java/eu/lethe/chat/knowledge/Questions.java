package eu.lethe.chat.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.lethe.chat.extraction.Block;
import eu.lethe.chat.extraction.Extracted;
import eu.lethe.chat.extraction.QuestionTable;
import jakarta.json.bind.JsonbBuilder;
import java.util.ArrayList;
import java.util.List;

/** Questions and answers as they are kept, and as a document with a heading for each question. */
final class Questions {

    /** The shape they are kept in. Public for JSON-B. */
    public record Kept(List<KnowledgeBase.Pair> pairs) {}

    private Questions() {}

    static byte[] written(List<KnowledgeBase.Pair> pairs) {
        return JsonbBuilder.create().toJson(new Kept(pairs)).getBytes(UTF_8);
    }

    static Extracted read(String name, byte[] content) {
        Kept kept = JsonbBuilder.create().fromJson(new String(content, UTF_8), Kept.class);
        var blocks = new ArrayList<Block>();
        for (KnowledgeBase.Pair pair : kept.pairs()) {
            blocks.add(new Block.Heading(1, pair.question()));
            blocks.add(new Block.Text(pair.answer()));
        }
        return new Extracted(name, null, blocks);
    }

    /** @throws InvalidSource naming the line that is wrong */
    static List<KnowledgeBase.Pair> fromTable(byte[] content) {
        try {
            return QuestionTable.read(content).stream()
                    .map(row -> new KnowledgeBase.Pair(row.question(), row.answer()))
                    .toList();
        } catch (QuestionTable.Unusable unusable) {
            throw new InvalidSource("content", "table-" + unusable.code(), sentence(unusable), unusable.line());
        }
    }

    private static String sentence(QuestionTable.Unusable unusable) {
        String line = "Line " + unusable.line() + ": ";
        return switch (unusable.code()) {
            case "header" -> line + "the columns must be named question and answer.";
            case "quotes" -> line + "a quotation mark is missing.";
            case "too-many" -> line + "a table may have 10,000 rows.";
            case "empty" -> "There is no question in the table.";
            default -> line + "the " + unusable.code() + " is missing.";
        };
    }
}
