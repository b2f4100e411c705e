package eu.lethe.compliance.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

class PdfPrinterTest {

    private final PdfPrinter printer = printer();

    @Test
    void printsWhatThePageShows() throws IOException {
        assertThat(text("Is the workshop open on Saturday?"))
                .contains("Is the workshop open on Saturday?", "Your data, in full", "Opening hours", "87%", "1 / ");
    }

    @Test
    void writesTheScriptsOfEurope() throws IOException {
        assertThat(text("Työpaja? Größe? Ċetta? Ποιος; Коли?"))
                .contains("Työpaja? Größe? Ċetta? Ποιος; Коли?")
                .doesNotContain("cannot draw");
    }

    @Test
    void laysHebrewOutFromRightToLeft() throws IOException {
        try (var pdf = pdf("My name is \u05D3\u05E0\u05D4 \u05DC\u05D5\u05D9, hello")) {
            var letters = new StringBuilder();
            var places = new ArrayList<Float>();
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition text) {
                    if ("\u05D3\u05E0\u05D4".contains(text.getUnicode())) {
                        letters.append(text.getUnicode());
                        places.add(text.getXDirAdj());
                    }
                }
            }.getText(pdf);

            // The first letter stands to the right of the second, and that to the right of the third.
            assertThat(letters).hasSize(3);
            var first = places.get(letters.indexOf("\u05D3"));
            var second = places.get(letters.indexOf("\u05E0"));
            var third = places.get(letters.indexOf("\u05D4"));
            assertThat(first).isGreaterThan(second);
            assertThat(second).isGreaterThan(third);
        }
    }

    @Test
    void namesAnEmojiItCannotDraw() throws IOException {
        assertThat(text("Thanks \uD83D\uDC4D"))
                .contains("Thanks [thumbs up sign]")
                .doesNotContain("cannot draw");
    }

    @Test
    void printsWhatHasNoLetterAtAll() throws IOException {
        assertThat(text("")).contains("Your data, in full");
        assertThat(text("\u200D")).contains("Your data, in full");
    }

    @Test
    void saysThatItCannotDrawALetter() throws IOException {
        assertThat(text("\u4F60\u597D")).contains("\u25A1\u25A1", "cannot draw every letter");
    }

    @Test
    void isTaggedForScreenReadersAndHasItsFontsInside() throws IOException {
        try (var pdf = pdf("Hello")) {
            var catalog = pdf.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getLanguage()).isEqualTo("en");
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Your data at Hill & Dale <Tools>");
            var resources = pdf.getPage(0).getResources();
            for (var name : resources.getFontNames()) {
                assertThat(resources.getFont(name).isEmbedded()).isTrue();
            }
        }
    }

    private String text(String said) throws IOException {
        try (var pdf = pdf(said)) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private PDDocument pdf(String said) throws IOException {
        var texts = Texts.in(Locale.ENGLISH);
        return Loader.loadPDF(
                printer.print(ReportPage.of(SomeDossier.saying(said), texts), texts.get("pdf.incomplete")));
    }

    private static PdfPrinter printer() {
        var printer = new PdfPrinter();
        printer.moreFonts = Optional.empty();
        printer.prepare();
        return printer;
    }
}
