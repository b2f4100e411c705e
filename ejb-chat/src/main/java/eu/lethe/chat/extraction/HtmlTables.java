package eu.lethe.chat.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jsoup.nodes.Element;

/** Tables as sentences: each cell carries its column's name, so that a row still means something when it stands alone. */
final class HtmlTables {

    private HtmlTables() {}

    static String text(Element table) {
        var rows = new ArrayList<Element>();
        for (Element row : table.select("tr")) {
            if (row.closest("table") == table) {
                rows.add(row);
            }
        }
        var lines = new StringJoiner("\n");
        Element caption = table.selectFirst("caption");
        if (caption != null && caption.hasText()) {
            lines.add(caption.text());
        }
        List<String> names = rows.size() > 1 && isHead(rows.get(0)) ? cells(rows.get(0)) : List.of();
        for (Element row : names.isEmpty() ? rows : rows.subList(1, rows.size())) {
            String line = line(names, cells(row));
            if (!line.isEmpty()) {
                lines.add(line);
            }
        }
        return lines.toString();
    }

    private static boolean isHead(Element row) {
        return row.select("td").isEmpty() && row.select("th").size() > 1;
    }

    private static List<String> cells(Element row) {
        // Not eachText(): it leaves empty cells out, and every cell after one would carry the wrong name.
        return row.select("> td, > th").stream().map(Element::text).toList();
    }

    private static String line(List<String> names, List<String> cells) {
        if (cells.stream().allMatch(String::isBlank)) {
            return "";
        }
        boolean named = names.size() == cells.size();
        var line = new StringJoiner(named ? "; " : " | ");
        for (int i = 0; i < cells.size(); i++) {
            line.add(named ? names.get(i) + ": " + cells.get(i) : cells.get(i));
        }
        return line.toString();
    }
}
