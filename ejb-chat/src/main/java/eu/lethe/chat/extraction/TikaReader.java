package eu.lethe.chat.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.sax.SecureContentHandler;
import org.jsoup.Jsoup;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** Reads PDF, Word, PowerPoint, Excel and OpenDocument files with Apache Tika: text only, nothing embedded, no OCR. */
final class TikaReader {

    private static final Pattern HYPHENATED = Pattern.compile("(\\p{L})[-\\u00AD]\\n(\\p{Ll})");

    private final OfficeParserConfig office = new OfficeParserConfig();
    private final PDFParserConfig pdf = new PDFParserConfig();

    TikaReader() {
        office.setUseSAXDocxExtractor(true);
        office.setUseSAXPptxExtractor(true);
        office.setIncludeDeletedContent(false);
        office.setIncludeHeadersAndFooters(false);
        office.setExtractMacros(false);
        pdf.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        pdf.setExtractInlineImages(false);
        pdf.setExtractBookmarksText(false);
        pdf.setExtractActions(false);
    }

    Extracted read(Material material, MaterialType type) throws Refused {
        try (TikaInputStream in = TikaInputStream.get(material.content())) {
            Parser parser = parser(material, type);
            var metadata = new Metadata();
            var xhtml = new CappedXhtml(Extraction.MAX_CHARACTERS);
            // Refuses archives that unpack to far more than they weigh, and markup nested without end.
            ContentHandler guarded = new SecureContentHandler(xhtml, in);
            parser.parse(in, guarded, metadata, context());
            return extracted(xhtml.toString(), metadata, material, type);
        } catch (CappedXhtml.TooMuch tooMuch) {
            throw new Refused(Refused.Reason.TOO_LARGE, tooMuch);
        } catch (EncryptedDocumentException | org.apache.poi.EncryptedDocumentException locked) {
            throw new Refused(Refused.Reason.ENCRYPTED, locked);
        } catch (IOException | SAXException | TikaException broken) {
            throw refused(broken);
        } catch (RuntimeException | StackOverflowError | NoClassDefFoundError broken) {
            // Parsers of foreign formats fail in every way there is; whatever it was, the file is not readable.
            throw refused(broken);
        }
    }

    private static Refused refused(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CappedXhtml.TooMuch
                    || String.valueOf(cause.getMessage()).contains("zip bomb")) {
                return new Refused(Refused.Reason.TOO_LARGE, failure);
            }
            if (cause instanceof EncryptedDocumentException
                    || cause instanceof org.apache.poi.EncryptedDocumentException) {
                return new Refused(Refused.Reason.ENCRYPTED, failure);
            }
        }
        return new Refused(Refused.Reason.BROKEN, failure);
    }

    private Parser parser(Material material, MaterialType type) throws Refused, IOException {
        return switch (type) {
            case PDF -> new PDFParser();
            case OOXML -> new OOXMLParser();
            case OPEN_DOCUMENT -> new OpenDocumentParser();
            case OLE2 -> oldOffice(material);
            default -> throw new Refused(Refused.Reason.UNSUPPORTED_TYPE);
        };
    }

    // The same container holds mails, installers and databases; those are nobody's published knowledge.
    private static Parser oldOffice(Material material) throws Refused, IOException {
        try (InputStream in = new java.io.ByteArrayInputStream(material.content());
                var files = new POIFSFileSystem(in)) {
            DirectoryNode root = files.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                throw new Refused(Refused.Reason.ENCRYPTED);
            }
            boolean document = root.hasEntryCaseInsensitive("WordDocument")
                    || root.hasEntryCaseInsensitive("PowerPoint Document")
                    || root.hasEntryCaseInsensitive("Workbook");
            if (!document) {
                throw new Refused(Refused.Reason.UNSUPPORTED_TYPE);
            }
            return new OfficeParser();
        }
    }

    private ParseContext context() {
        var context = new ParseContext();
        context.set(OfficeParserConfig.class, office);
        context.set(PDFParserConfig.class, pdf);
        context.set(EmbeddedDocumentExtractor.class, new NothingEmbedded());
        return context;
    }

    private static Extracted extracted(String xhtml, Metadata metadata, Material material, MaterialType type) {
        String joined = type == MaterialType.PDF ? HYPHENATED.matcher(xhtml).replaceAll("$1$2") : xhtml;
        var page = Jsoup.parse(joined);
        page.select("script, style, img, .annotation, .embedded, .header, .footer")
                .remove();
        String title = Titles.sensible(metadata.get(TikaCoreProperties.TITLE));
        if (title == null) {
            var headings = page.select("h1, .title");
            boolean single = headings.size() == 1 && headings.text().length() < 200;
            title = single && headings.hasText() ? headings.text() : Titles.ofFile(material.name());
        }
        String language = Languages.ofName(material.name());
        return new Extracted(title, language, HtmlBlocks.of(page.body(), title));
    }

    /** Attachments and pictures inside a file are not read. */
    private static final class NothingEmbedded implements EmbeddedDocumentExtractor {
        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return false;
        }

        @Override
        public void parseEmbedded(InputStream in, ContentHandler handler, Metadata metadata, boolean outputHtml) {}
    }
}
