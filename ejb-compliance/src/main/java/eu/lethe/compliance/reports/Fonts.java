package eu.lethe.compliance.reports;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

/**
 * The letters a PDF can be written with: Latin, Greek, Cyrillic and Hebrew come along, more by fonts of the operator's. What no
 * font has is named instead, as far as a name says what it was, so that an emoji is not lost.
 */
final class Fonts {

    private static final System.Logger LOG = System.getLogger(Fonts.class.getName());
    private static final String OWN = "/liberation/LiberationSans-";
    private static final String FAMILY = "Liberation Sans";

    // As many as the style sheet names.
    private static final int MOST_EXTRA = 8;
    private static final int REGULAR = 400;
    private static final int BOLD = 700;
    private static final String UNKNOWN = "\u25A1";

    /** @param family as the style sheet names it */
    @SuppressWarnings("ArrayRecordComponent")
    record Face(String family, int weight, byte[] bytes, CmapLookup letters) {}

    private final List<Face> faces;

    private Fonts(List<Face> faces) {
        this.faces = faces;
    }

    /** @param folder with {@code .ttf} files of the operator's */
    static Fonts with(Optional<Path> folder) {
        var faces = new ArrayList<Face>();
        faces.add(face(FAMILY, REGULAR, own("Regular.ttf")));
        faces.add(face(FAMILY, BOLD, own("Bold.ttf")));
        folder.ifPresent(extra -> faces.addAll(extra(extra)));
        return new Fonts(List.copyOf(faces));
    }

    List<Face> faces() {
        return faces;
    }

    /** Makes a page printable; says so in it if letters are missing. */
    void fit(Document page, String incomplete) {
        if (fit(page.getElementsByTagName("body").item(0))) {
            var notice = page.createElementNS(null, "p");
            notice.setAttribute("class", "notice");
            notice.appendChild(page.createTextNode(incomplete));
            Node main = page.getElementsByTagName("main").item(0);
            main.insertBefore(notice, main.getFirstChild());
        }
    }

    private boolean fit(Node node) {
        boolean lost = false;
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE) {
                String text = child.getNodeValue();
                String drawable = drawable(text);
                lost |= drawable.contains(UNKNOWN) && !text.contains(UNKNOWN);
                // Laying out stumbles over a text without a character.
                child.setNodeValue(drawable.isEmpty() ? " " : drawable);
            } else {
                lost |= fit(child);
            }
        }
        return lost;
    }

    private String drawable(String text) {
        if (text.codePoints().allMatch(this::has)) {
            return text;
        }
        var drawable = new StringBuilder(text.length() + 32);
        text.codePoints().forEach(point -> drawable.append(drawable(point)));
        return drawable.toString();
    }

    private String drawable(int point) {
        if (has(point)) {
            return Character.toString(point);
        }
        if (Character.isLetterOrDigit(point)) {
            return UNKNOWN;
        }
        boolean draws = Character.getType(point) == Character.OTHER_SYMBOL;
        String name = Character.getName(point);
        // What draws nothing by itself, such as the joiners inside an emoji, may go.
        return draws && name != null ? "[" + name.toLowerCase(Locale.ROOT) + "]" : "";
    }

    private boolean has(int point) {
        return point == '\n'
                || point == '\t'
                || faces.stream().anyMatch(face -> face.letters().getGlyphId(point) != 0);
    }

    private static List<Face> extra(Path folder) {
        var faces = new ArrayList<Face>();
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".ttf"))
                    .sorted()
                    .limit(MOST_EXTRA)
                    .toList()) {
                faces.add(face("extra-" + faces.size(), REGULAR, Files.readAllBytes(file)));
            }
        } catch (IOException | UncheckedIOException unreadable) {
            LOG.log(WARNING, "Fonts of lethe.reports.fonts cannot be read: {0}", unreadable.toString());
        }
        LOG.log(INFO, "{0} fonts of the operator for reports", faces.size());
        return faces;
    }

    private static Face face(String family, int weight, byte[] bytes) {
        try {
            var font = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
            return new Face(family, weight, bytes, font.getUnicodeCmapLookup());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static byte[] own(String name) {
        try (var in = Fonts.class.getResourceAsStream(OWN + name)) {
            if (in == null) {
                throw new IllegalStateException("the build left out the font " + name);
            }
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
