package eu.lethe.chat.extraction;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;

/** What a file is, by its content; the name and the sender's word only tell the kinds of text apart. */
enum MaterialType {
    PDF,
    OOXML,
    OLE2,
    OPEN_DOCUMENT,
    HTML,
    MARKDOWN,
    PLAIN,
    UNKNOWN;

    private static final int HEAD = 1024;

    static MaterialType of(Material material) {
        byte[] content = material.content();
        String head = new String(content, 0, Math.min(HEAD, content.length), ISO_8859_1);
        if (head.contains("%PDF-")) {
            return PDF;
        }
        if (head.startsWith("PK\u0003\u0004")) {
            return zip(head, material);
        }
        if (head.startsWith("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")) {
            return OLE2;
        }
        return text(head, material);
    }

    private static MaterialType zip(String head, Material material) {
        if (head.contains("mimetypeapplication/vnd.oasis.opendocument.")) {
            return OPEN_DOCUMENT;
        }
        boolean named = ends(material, ".docx", ".pptx", ".xlsx", ".docm", ".pptm", ".xlsm");
        return named || head.contains("[Content_Types].xml") || head.contains("_rels/.rels") ? OOXML : UNKNOWN;
    }

    private static MaterialType text(String head, Material material) {
        boolean wide = head.startsWith("\u00FF\u00FE") || head.startsWith("\u00FE\u00FF");
        if (head.indexOf('\0') >= 0 && !wide) {
            return UNKNOWN;
        }
        String start = head.stripLeading().toLowerCase(Locale.ROOT);
        String declared = material.mediaType() == null ? "" : material.mediaType();
        if (declared.endsWith("markdown") || ends(material, ".md", ".markdown")) {
            return MARKDOWN;
        }
        if (declared.contains("html")
                || ends(material, ".html", ".htm", ".xhtml")
                || start.startsWith("<!doctype html")
                || start.startsWith("<html")) {
            return HTML;
        }
        boolean plain = declared.isEmpty() || declared.equals("text/plain") || declared.equals("text/csv");
        return plain
                        && !ends(material, ".pdf", ".doc", ".docx", ".pptx", ".xlsx", ".odt")
                        && !start.startsWith("{\\rtf")
                ? PLAIN
                : UNKNOWN;
    }

    /** Whether somebody meant this to be a kind we read: then unreadable content is broken, not unsupported. */
    static boolean namedLikeOurs(Material material) {
        return ends(
                material, ".pdf", ".doc", ".docx", ".ppt", ".pptx", ".xls", ".xlsx", ".odt", ".html", ".md", ".txt");
    }

    private static boolean ends(Material material, String... endings) {
        String name = material.name().toLowerCase(Locale.ROOT);
        for (String ending : endings) {
            if (name.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }
}
