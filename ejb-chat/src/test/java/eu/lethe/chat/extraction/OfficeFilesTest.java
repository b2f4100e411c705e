package eu.lethe.chat.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Files as PDFBox and POI write them, read back. */
class OfficeFilesTest {

    private final Extraction extraction = new Extraction();

    @AfterEach
    void stop() {
        extraction.stop();
    }

    @Test
    void readsAPdfWithItsTitleAndJoinsItsLines() throws Exception {
        byte[] pdf = pdf(List.of("Our office opens at nine. Please bring your con-", "tract with you."), null);

        var read = extraction.read(Material.file("scan.bin", pdf));

        assertThat(read.title()).isEqualTo("Opening hours");
        assertThat(text(read)).isEqualTo("Our office opens at nine. Please bring your contract with you.");
    }

    @Test
    void refusesAPdfThatNeedsAPassword() throws Exception {
        byte[] locked = pdf(List.of("Secret"), "open sesame");

        assertThatThrownBy(() -> extraction.read(Material.file("a.pdf", locked)))
                .hasMessage("encrypted");
    }

    @Test
    void refusesAPdfOfPicturesOnlyAndABrokenOne() throws Exception {
        byte[] blank = pdf(List.of(), null);
        byte[] broken =
                "%PDF-1.7 and then nothing that makes sense".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

        assertThatThrownBy(() -> extraction.read(Material.file("a.pdf", blank))).hasMessage("no-text");
        assertThatThrownBy(() -> extraction.read(Material.file("a.pdf", broken)))
                .hasMessage("broken");
    }

    @Test
    void readsAWordFileWithHeadingsAndTables() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var word = new XWPFDocument()) {
            var heading = word.createParagraph();
            heading.setStyle("Heading1");
            heading.createRun().setText("Returns");
            word.createParagraph().createRun().setText("Send it back within 30 days.");
            var table = word.createTable(1, 2);
            table.getRow(0).getCell(0).setText("Fee");
            table.getRow(0).getCell(1).setText("none");
            word.write(out);
        }

        var read = extraction.read(Material.file("returns.docx", out.toByteArray()));

        assertThat(text(read)).contains("Send it back within 30 days.", "Fee | none");
        assertThat(read.title()).isEqualTo("Returns");
    }

    @Test
    void readsSheetsSlidesAndOpenDocuments() throws Exception {
        var sheet = new ByteArrayOutputStream();
        try (var workbook = new XSSFWorkbook()) {
            var row = workbook.createSheet("Prices").createRow(0);
            row.createCell(0).setCellValue("Small plan");
            row.createCell(1).setCellValue(5);
            workbook.write(sheet);
        }
        var slides = new ByteArrayOutputStream();
        try (var show = new XMLSlideShow()) {
            show.createSlide().createTextBox().setText("We ship on Mondays.");
            show.write(slides);
        }

        assertThat(text(extraction.read(Material.file("a.xlsx", sheet.toByteArray()))))
                .contains("Small plan | 5");
        assertThat(text(extraction.read(Material.file("a.pptx", slides.toByteArray()))))
                .contains("We ship on Mondays.");
        assertThat(text(extraction.read(Material.file("a.odt", openDocument()))))
                .isEqualTo("Within 30 days.");
    }

    private static byte[] openDocument() throws IOException {
        byte[] type = "application/vnd.oasis.opendocument.text".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        var crc = new CRC32();
        crc.update(type);
        var first = new ZipEntry("mimetype");
        first.setMethod(ZipEntry.STORED);
        first.setSize(type.length);
        first.setCrc(crc.getValue());
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(first);
            zip.write(type);
            zip.closeEntry();
            entry(
                    zip,
                    "content.xml",
                    "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
                            + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><office:body><office:text>"
                            + "<text:h text:outline-level='1'>Returns</text:h><text:p>Within 30 days.</text:p>"
                            + "</office:text></office:body></office:document-content>");
        }
        return out.toByteArray();
    }

    @Test
    void refusesAnArchiveThatUnpacksToFarMoreThanItWeighs() throws Exception {
        assertThatThrownBy(() -> extraction.read(Material.file("bomb.docx", bomb())))
                .isInstanceOf(Refused.class)
                .message()
                .isIn("too-large", "broken");
    }

    private static byte[] bomb() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            entry(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Override PartName='/word/document.xml'"
                            + " ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>");
            entry(
                    zip,
                    "_rels/.rels",
                    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r1'"
                            + " Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'"
                            + " Target='word/document.xml'/></Relationships>");
            entry(
                    zip,
                    "word/document.xml",
                    "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p><w:r><w:t>"
                            + "a".repeat(60_000_000)
                            + "</w:t></w:r></w:p></w:body></w:document>");
        }
        return out.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static byte[] pdf(List<String> lines, @org.jspecify.annotations.Nullable String password)
            throws IOException {
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            document.getDocumentInformation().setTitle("Opening hours");
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(FontName.HELVETICA), 12);
                content.setLeading(14);
                content.newLineAtOffset(50, 700);
                for (String line : lines) {
                    content.showText(line);
                    content.newLine();
                }
                content.endText();
            }
            if (password != null) {
                document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            }
            document.save(out);
        }
        return out.toByteArray();
    }

    private static String text(Extracted extracted) {
        return extracted.blocks().stream().map(Block::text).collect(Collectors.joining("\n"));
    }
}
