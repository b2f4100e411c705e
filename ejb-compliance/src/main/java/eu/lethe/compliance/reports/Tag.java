package eu.lethe.compliance.reports;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Builds a page as a tree, so that nothing anybody wrote can become markup; a browser and the PDF printer read the same one. */
final class Tag {

    private final Element element;

    private Tag(Element element) {
        this.element = element;
    }

    static Tag html(String language) {
        try {
            Document document = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .newDocument();
            var root = document.createElementNS(null, "html");
            document.appendChild(root);
            return new Tag(root).with("lang", language);
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Tag tag(String name) {
        Element child = element.getOwnerDocument().createElementNS(null, name);
        element.appendChild(child);
        return new Tag(child);
    }

    Tag tag(String name, String style) {
        return tag(name).with("class", style);
    }

    Tag with(String attribute, String value) {
        element.setAttribute(attribute, clean(value));
        return this;
    }

    Tag text(String text) {
        element.appendChild(element.getOwnerDocument().createTextNode(clean(text)));
        return this;
    }

    Document document() {
        return element.getOwnerDocument();
    }

    // XML knows no control characters and no half surrogate pairs, and people paste both.
    private static String clean(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().forEach(point -> clean.appendCodePoint(isText(point) ? point : '\uFFFD'));
        return clean.toString();
    }

    private static boolean isText(int point) {
        return point == '\n'
                || point == '\t'
                || point >= 0x20 && point < 0xFFFE && Character.getType(point) != Character.SURROGATE
                || point > 0xFFFF;
    }
}
