package eu.lethe.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.server.supervision.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoSiteTest {

    private static final Path PAGE = Path.of("src", "main", "demo");

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final int lethe = Ports.freeFrom(18150);
    private DemoSite site = new DemoSite(PAGE, PAGE, Ports.LOOPBACK, lethe);

    @BeforeEach
    void serve() throws IOException {
        Path knowledge = Files.createDirectory(folder.resolve("knowledge"));
        Files.writeString(
                knowledge.resolve("README.md"), "# Lethe <script>alert(1)</script>\n\n[Embed](docs/embed.md)\n");
        Files.writeString(folder.resolve("secret.txt"), "not for visitors");
        site = new DemoSite(PAGE, knowledge, Ports.LOOPBACK, lethe);
        site.start();
    }

    @AfterEach
    void stop() {
        site.stop();
    }

    @Test
    void thePageCarriesTheWidgetOfThisLethe() throws Exception {
        HttpResponse<String> page = get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("<script src=\"http://localhost:" + lethe
                        + "/widget/lethe.js\" data-site=\"demo\" defer></script>")
                .contains("This is a demo.")
                .doesNotContain(DemoSite.ORIGIN_MARK);
    }

    @Test
    void thePolicyAllowsTheWidgetAndNothingInline() throws Exception {
        String policy = get("/").headers().firstValue("Content-Security-Policy").orElseThrow();

        assertThat(policy)
                .contains("default-src 'self'; script-src 'self' http://localhost:" + lethe + "; ")
                .contains("connect-src 'self' http://localhost:" + lethe + "; ")
                .doesNotContain("unsafe");
        assertThat(Files.readString(PAGE.resolve("index.html")))
                .doesNotContain("style=")
                .doesNotContain("<style")
                .doesNotContain("onclick");
    }

    @Test
    void aDocumentIsAPageAndItsMarkupIsText() throws Exception {
        assertThat(get("/docs/").body()).contains("href=\"/docs/README.html\"");
        assertThat(get("/docs/README.html").body())
                .contains("<h1>Lethe &lt;script&gt;")
                .contains("href=\"/docs/embed.html\"")
                .doesNotContain("<script");
    }

    @Test
    void theCrawlerIsToldEveryDocument() throws Exception {
        HttpResponse<String> sitemap = get("/sitemap.xml");

        assertThat(sitemap.headers().firstValue("Content-Type")).hasValue("application/xml; charset=utf-8");
        assertThat(sitemap.body()).contains("<loc>http://localhost:" + (lethe + 1) + "/docs/README.html</loc>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs/../secret.txt", "/docs/%2e%2e/secret.txt", "/../pom.xml", "/nothing"})
    void whatIsNotServedIsNotFound(String path) throws Exception {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("There is no such page.\n");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + (lethe + 1) + path);
        return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
}
