package eu.lethe.compliance.reports;

import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Writes a page as HTML. The only text that is not escaped is the style sheet, which is ours. */
final class Markup {

    private static final Set<String> WITHOUT_CONTENT = Set.of("meta", "br", "hr", "img");

    private final StringBuilder out = new StringBuilder("<!DOCTYPE html>\n");

    static String of(Document page) {
        var markup = new Markup();
        markup.element(page.getDocumentElement());
        return markup.out.append('\n').toString();
    }

    private void element(Element element) {
        String name = element.getTagName();
        out.append('<').append(name);
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            var attribute = attributes.item(i);
            out.append(' ').append(attribute.getNodeName()).append("=\"");
            escaped(attribute.getNodeValue());
            out.append('"');
        }
        out.append('>');
        if (!WITHOUT_CONTENT.contains(name)) {
            content(element);
            out.append("</").append(name).append('>');
        }
    }

    private void content(Element element) {
        boolean isStyle = element.getTagName().equals("style");
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element nested) {
                element(nested);
            } else if (isStyle) {
                out.append(child.getNodeValue());
            } else {
                escaped(child.getNodeValue());
            }
        }
    }

    private void escaped(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.append(letter);
            }
        }
    }
}
