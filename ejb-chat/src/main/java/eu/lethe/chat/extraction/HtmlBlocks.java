package eu.lethe.chat.extraction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Turns an element tree into blocks: headings, paragraphs, lists and tables, in reading order. */
final class HtmlBlocks {

    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    private static final Set<String> APART = Set.of(
            "p",
            "div",
            "section",
            "article",
            "main",
            "body",
            "header",
            "figure",
            "figcaption",
            "blockquote",
            "details",
            "dl",
            "dt",
            "dd",
            "address",
            "center",
            "fieldset",
            "hgroup",
            "ul",
            "ol",
            "table",
            "pre",
            "summary",
            "hr",
            "html",
            "search",
            "li");
    private static final int SUMMARY_LEVEL = 5;
    private static final int MAX_DEPTH = 200;

    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private final Set<Integer> linkLists = new HashSet<>();
    private final String title;

    private HtmlBlocks(String title) {
        this.title = title;
    }

    /** @param title the document's, which a first heading need not say again */
    static List<Block> of(Element root, String title) {
        var reader = new HtmlBlocks(title);
        reader.children(root, 0);
        reader.flush();
        reader.dropFurtherReading();
        return reader.blocks;
    }

    // "Related articles" at the end of a page: titles of other pages, which would be found instead of those pages.
    private void dropFurtherReading() {
        while (blocks.size() > 2
                && linkLists.contains(blocks.size() - 1)
                && blocks.get(blocks.size() - 2) instanceof Block.Heading) {
            blocks.remove(blocks.size() - 1);
            blocks.remove(blocks.size() - 1);
        }
    }

    private void children(Element parent, int depth) {
        for (Node child : parent.childNodes()) {
            if (child instanceof TextNode text) {
                line.append(text.getWholeText().replace('\n', ' '));
            } else if (child instanceof Element element && depth < MAX_DEPTH) {
                element(element, depth + 1);
            }
        }
    }

    private void element(Element element, int depth) {
        String name = element.normalName();
        if (HEADINGS.contains(name)) {
            heading(name.charAt(1) - '0', element.text());
        } else if (name.equals("summary") || name.equals("dt")) {
            heading(SUMMARY_LEVEL, element.text());
        } else if (name.equals("ul") || name.equals("ol")) {
            flush();
            var lines = new StringBuilder();
            HtmlLists.write(element, 0, lines);
            if (element.text().equals(element.select("a[href]").text())) {
                linkLists.add(blocks.size());
            }
            add(lines.toString());
        } else if (name.equals("table")) {
            flush();
            table(element, depth);
        } else if (name.equals("pre")) {
            flush();
            add(element.wholeText());
        } else if (name.equals("br")) {
            line.append('\n');
        } else if (APART.contains(name)) {
            flush();
            children(element, depth);
            flush();
        } else {
            children(element, depth);
        }
    }

    // A table that only lays out a page holds further blocks; one with data is read row by row.
    private void table(Element table, int depth) {
        if (table.selectFirst("table table, h1, h2, h3, ul, ol, p + p") != null
                || table.select("td, th").size() < 2) {
            children(table, depth);
            flush();
        } else {
            add(HtmlTables.text(table));
        }
    }

    private void heading(int level, String text) {
        flush();
        String heading = text.strip();
        boolean repeatsTitle = level == 1 && heading.equals(title);
        if (!heading.isEmpty() && !repeatsTitle) {
            blocks.add(new Block.Heading(level, heading));
        }
    }

    private void flush() {
        String text = line.toString();
        line.setLength(0);
        add(text);
    }

    private void add(String text) {
        String tidy = tidy(text);
        if (!tidy.isEmpty()) {
            blocks.add(new Block.Text(tidy));
        }
    }

    /** One space for many, no empty lines, no invisible characters that would keep words from being found. */
    static String tidy(String text) {
        return text.replaceAll("[\\u00AD\\u200B\\uFEFF\\uFFFD\\u0000]", "")
                .replaceAll("[\\t\\x0B\\f\\r \\u00A0\\u202F]+", " ")
                .replaceAll(" ?\\n[ \\n]*", "\n")
                .strip();
    }
}
