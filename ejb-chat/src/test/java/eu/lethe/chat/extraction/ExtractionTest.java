package eu.lethe.chat.extraction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExtractionTest {

    private final Extraction extraction = new Extraction();

    @AfterEach
    void stop() {
        extraction.stop();
    }

    @Test
    void keepsAPagesMainContentAndDropsWhatSurroundsIt() throws Refused {
        var page = extraction.read(html("""
                <!doctype html><html lang="de-DE"><head><title>Versand | Beispiel</title><script>track()</script></head>
                <body><nav>Start Shop</nav><main><h1>Versand</h1><p>Wir liefern in zwei Tagen, auch auf Inseln.</p>
                <h2>Kosten</h2><ul><li>Inland: 5 Euro</li><li>Ausland: 9 Euro</li></ul><aside>Werbung</aside></main>
                <footer>Impressum</footer></body></html>"""));

        assertThat(page.title()).isEqualTo("Versand");
        assertThat(page.language()).isEqualTo("de-DE");
        assertThat(page.blocks())
                .containsExactly(
                        new Block.Text("Wir liefern in zwei Tagen, auch auf Inseln."),
                        new Block.Heading(2, "Kosten"),
                        new Block.Text("- Inland: 5 Euro\n- Ausland: 9 Euro"));
    }

    @Test
    void namesEachCellOfATableByItsColumn() throws Refused {
        var page = extraction.read(
                html(
                        "<table><tr><th>Plan</th><th>Price</th></tr><tr><td>Small</td><td>5</td></tr><tr><td>Large</td><td></td></tr></table>"));

        assertThat(text(page)).isEqualTo("Plan: Small; Price: 5\nPlan: Large; Price:");
    }

    @Test
    void leavesOutLinksToFurtherReadingAtTheEnd() throws Refused {
        var page = extraction.read(html(
                "<h1>A</h1><p>Answer.</p><h2>Related</h2><ul><li><a href=/b>B</a></li><li><a href=/c>C</a></li></ul>"));

        assertThat(text(page)).isEqualTo("Answer.");
    }

    @Test
    void takesTitleAndLanguageFromFrontMatterAndDropsLiquid() throws Refused {
        var page = extraction.read(file("help._es.md", """
                ---
                title: "Crear una cuenta"
                order: 1
                ---
                {% include alert.html %}
                Siga los pasos.
                {: .number-list}

                1. Abra {{ site.name }} la página
                   * con su correo
                2. Listo
                """));

        assertThat(page.title()).isEqualTo("Crear una cuenta");
        assertThat(page.language()).isEqualTo("es");
        assertThat(text(page)).isEqualTo("Siga los pasos.\n1. Abra la página\n- con su correo\n2. Listo");
    }

    @Test
    void joinsLinesThatAnEditorBroke() throws Refused {
        var page = extraction.read(file("terms.txt", """
                The first paragraph is so long that an editor broke its line
                where the window ended.

                The second.
                - with an entry
                """));

        assertThat(page.blocks())
                .containsExactly(
                        new Block.Text(
                                "The first paragraph is so long that an editor broke its line where the window ended."),
                        new Block.Text("The second.\n- with an entry"));
    }

    @Test
    void readsTextInTheEncodingItIsIn() throws Refused {
        var old = new Material(
                "a.txt", "text/plain", "iso-8859-1", "Käse für alle".getBytes(Charset.forName("windows-1252")));
        var wide = Material.file("a.txt", "\uFEFFKäse für alle".getBytes(Charset.forName("UTF-16LE")));

        assertThat(text(extraction.read(old))).isEqualTo("Käse für alle");
        assertThat(text(extraction.read(wide))).isEqualTo("Käse für alle");
    }

    @Test
    void goesByContentWhenTheNameLies() {
        assertThat(codeOf(Material.file("letter.txt", new byte[] {1, 0, 2, 0, 0})))
                .isEqualTo("broken");
        assertThat(codeOf(Material.file("photo.jpg", new byte[] {(byte) 0xFF, (byte) 0xD8, 0, 0})))
                .isEqualTo("unsupported-type");
        assertThat(codeOf(file("report.pdf", "no pdf at all"))).isEqualTo("broken");
    }

    @Test
    void refusesWhatHoldsNoText() {
        assertThat(codeOf(Material.file("a.txt", new byte[0]))).isEqualTo("empty");
        assertThat(codeOf(html("<h1>Only a heading</h1><script>draw()</script>")))
                .isEqualTo("no-text");
        assertThat(codeOf(file("a.txt", "x".repeat(Extraction.MAX_CHARACTERS + 1))))
                .isEqualTo("too-large");
    }

    @Test
    void givesUpAReadingThatDoesNotEnd() {
        var impatient = new Extraction(Duration.ZERO);

        assertThatThrownBy(() -> impatient.read(html("<p>x</p>".repeat(200_000))))
                .isInstanceOf(Refused.class)
                .hasMessage("timeout");
        impatient.stop();
    }

    private String codeOf(Material material) {
        try {
            return "read: " + extraction.read(material).blocks();
        } catch (Refused refused) {
            return refused.code();
        }
    }

    private static Material html(String html) {
        return new Material("", "text/html", "utf-8", html.getBytes(UTF_8));
    }

    private static Material file(String name, String content) {
        return Material.file(name, content.getBytes(UTF_8));
    }

    private static String text(Extracted extracted) {
        return extracted.blocks().stream().map(Block::text).collect(Collectors.joining("\n"));
    }
}
