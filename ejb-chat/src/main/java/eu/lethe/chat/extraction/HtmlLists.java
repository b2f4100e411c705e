package eu.lethe.chat.extraction;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Lists as lines: a dash or the number before each entry, entries of a list within a list below their own. */
final class HtmlLists {

    private static final int MAX_DEPTH = 20;

    private HtmlLists() {}

    static void write(Element list, int depth, StringBuilder lines) {
        int number = 1;
        for (Element item : list.children()) {
            if (item.normalName().equals("li")) {
                String mark = list.normalName().equals("ol") ? number++ + ". " : "- ";
                lines.append('\n').append(mark);
                content(item, depth, lines);
            } else if (depth < MAX_DEPTH) {
                write(item, depth + 1, lines);
            }
        }
    }

    private static void content(Element parent, int depth, StringBuilder lines) {
        for (Node child : parent.childNodes()) {
            if (child instanceof TextNode text) {
                lines.append(text.getWholeText().replace('\n', ' '));
            } else if (child instanceof Element element) {
                element(element, depth, lines);
            }
        }
    }

    private static void element(Element element, int depth, StringBuilder lines) {
        String name = element.normalName();
        if (depth >= MAX_DEPTH) {
            lines.append(element.text());
        } else if (name.equals("ul") || name.equals("ol")) {
            write(element, depth + 1, lines);
        } else if (name.equals("table")) {
            lines.append('\n').append(HtmlTables.text(element));
        } else {
            // Only what follows another paragraph of the same entry starts a line: the first stays behind its mark.
            if ((element.isBlock() && element.previousElementSibling() != null) || name.equals("br")) {
                lines.append('\n');
            }
            content(element, depth + 1, lines);
        }
    }
}
