package eu.lethe.chat.crawling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Crawls a real web server on this machine, which only a test allows. */
class CrawlTest {

    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private HttpServer server;
    private WebClient web;
    private String site;

    private record Page(int status, String type, Map<String, String> headers, byte[] body) {}

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        int port = server.getAddress().getPort();
        site = "http://localhost:" + port;
        var allowed = new AllowedHosts("localhost:" + port);
        web = new WebClient(allowed, new AddressGuard(allowed, InetAddress::getAllByName), "Lethe/test");
    }

    @AfterEach
    void stop() throws IOException {
        web.close();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void visitsEachPageOfTheSiteOnceAndNoOther() throws Exception {
        page(
                "/",
                "<a href='/a?utm_source=mail'>a</a> <a href='a#part'>a</a> <a href='http://elsewhere.example/'>away</a>"
                        + " <a href='/photo.jpg'>p</a> <a href='mailto:a@b.example'>m</a> <a href='/b' rel=nofollow>b</a>");
        page("/a", "<a href='/'>home</a><a href='/deep/../c'>c</a>");
        page("/b", "never asked for");
        page("/c", "the end");

        assertThat(crawl("/", 100).found).containsOnlyKeys("/", "/a", "/c");
        assertThat(asked).containsOnlyOnce("/a", "/c").doesNotContain("/b", "/photo.jpg");
    }

    @Test
    void obeysRobotsTxtAndMetaRobots() throws Exception {
        pages.put(
                "/robots.txt",
                new Page(200, "text/plain", Map.of(), "User-agent: *\nDisallow: /private".getBytes(UTF_8)));
        page("/", "<a href='/private/x'>x</a><a href='/hidden'>h</a><a href='/dead-end'>d</a>");
        page("/hidden", "<meta name=robots content='noindex'><a href='/behind'>b</a>");
        page("/dead-end", "<meta name=robots content=nofollow><a href='/unreached'>u</a>");
        page("/behind", "found through a page that is not kept");

        assertThat(crawl("/", 100).found).containsOnlyKeys("/", "/dead-end", "/behind");
        assertThat(asked).doesNotContain("/private/x", "/unreached");
    }

    @Test
    void leavesASiteAloneWhoseRobotsTxtFails() {
        pages.put("/robots.txt", new Page(500, "text/plain", Map.of(), new byte[0]));
        page("/", "not for us");

        assertThatThrownBy(() -> crawl("/", 100))
                .isInstanceOf(Unreachable.class)
                .hasMessage("robots-unavailable");
        assertThat(asked).containsExactly("/robots.txt");
    }

    @Test
    void readsASitemapIndexWithPackedSitemaps() throws Exception {
        xml(
                "/index.xml",
                "<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><sitemap><loc>" + site
                        + "/packed.xml.gz</loc></sitemap><sitemap><loc>" + site
                        + "/missing.xml</loc></sitemap></sitemapindex>");
        pages.put(
                "/packed.xml.gz",
                new Page(
                        200,
                        "application/gzip",
                        Map.of(),
                        packed("<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>" + site
                                + "/one</loc></url><url><loc>" + "http://elsewhere.example/</loc></url><url><loc>"
                                + site + "/gone</loc></url></urlset>")));
        page("/one", "<a href='/linked'>not in the sitemap</a>");
        page("/linked", "so not visited");

        var sink = crawl(new CrawlPlan(URI.create(site + "/index.xml"), true, 100, Map.of()));

        assertThat(sink.found).containsOnlyKeys("/one");
        assertThat(sink.failed).containsExactly(Map.entry("/gone", "http-404"));
    }

    @Test
    void asksOnlyForWhatHasChanged() throws Exception {
        page("/", "<a href='/same'>s</a><a href='/new'>n</a>");
        pages.put("/same", new Page(200, "text/html", Map.of("ETag", "\"7\""), "same".getBytes(UTF_8)));
        page("/new", "new");

        var sink = crawl(new CrawlPlan(
                URI.create(site + "/"), false, 100, Map.of(URI.create(site + "/same"), new Validators("\"7\"", null))));

        assertThat(sink.found).containsOnlyKeys("/", "/new");
        assertThat(sink.unchanged).containsExactly("/same");
    }

    @Test
    void stopsAtTheNumberOfPagesAskedFor() throws Exception {
        for (int i = 0; i < 50; i++) {
            page("/" + (i == 0 ? "" : i), "<a href='/" + (i + 1) + "'>next</a><a href='/" + (i + 2) + "'>after</a>");
        }

        assertThat(crawl("/", 10).found).hasSizeBetween(10, 11);
    }

    @Test
    void takesFilesAndLeavesPicturesAndHugePages() throws Exception {
        page("/", "<a href='/a.pdf'>a</a><a href='/b'>b</a><a href='/c'>c</a>");
        pages.put("/a.pdf", new Page(200, "application/pdf", Map.of(), new byte[10]));
        pages.put("/b", new Page(200, "image/png", Map.of(), new byte[10]));
        pages.put("/c", new Page(200, "text/html", Map.of(), new byte[WebClient.MAX_PAGE + 1]));

        assertThat(crawl("/", 100).found).containsOnlyKeys("/", "/a.pdf");
    }

    @Test
    void doesNotFollowARedirectIntoTheNetwork() throws Exception {
        page("/", "<a href='/out'>o</a><a href='/in'>i</a><a href='/loop'>l</a>");
        redirect("/out", "http://127.0.0.1:" + server.getAddress().getPort() + "/secret");
        redirect("/in", "/target");
        redirect("/loop", "/loop2");
        redirect("/loop2", "/loop");
        page("/target", "inside");
        page("/secret", "of the network");

        assertThat(crawl("/", 100).found).containsOnlyKeys("/", "/target");
        assertThat(asked).doesNotContain("/secret");
    }

    @Test
    void saysWhyTheStartCannotBeRead() {
        redirect("/away", "http://169.254.169.254/latest/meta-data/");

        assertThatThrownBy(() -> crawl("/none", 10)).hasMessage("http-404");
        assertThatThrownBy(() -> crawl("/away", 10)).hasMessage("off-site");
    }

    private Sink crawl(String start, int most) throws Exception {
        return crawl(new CrawlPlan(URI.create(site + start), false, most, Map.of()));
    }

    private Sink crawl(CrawlPlan plan) throws Exception {
        var sink = new Sink();
        new Crawl(plan, sink, web).run(threads);
        return sink;
    }

    private void page(String path, String body) {
        pages.put(path, new Page(200, "text/html; charset=utf-8", Map.of(), body.getBytes(UTF_8)));
    }

    private void xml(String path, String body) {
        pages.put(path, new Page(200, "application/xml", Map.of(), body.getBytes(UTF_8)));
    }

    private void redirect(String path, String target) {
        pages.put(path, new Page(302, "text/html", Map.of("Location", target), new byte[0]));
    }

    private static byte[] packed(String text) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return out.toByteArray();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(path);
        Page page = pages.getOrDefault(path, new Page(404, "text/html", Map.of(), new byte[0]));
        String tag = page.headers().get("ETag");
        boolean same = tag != null && tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
        exchange.getResponseHeaders().set("Content-Type", page.type());
        page.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = same ? new byte[0] : page.body();
        exchange.sendResponseHeaders(same ? 304 : page.status(), body.length == 0 ? -1 : body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static final class Sink implements CrawlSink {
        private final Map<String, WebResponse> found = new ConcurrentSkipListMap<>();
        private final Map<String, String> failed = new ConcurrentSkipListMap<>();
        private final List<String> unchanged = new CopyOnWriteArrayList<>();

        @Override
        public void found(URI location, WebResponse response) {
            found.put(location.getPath(), response);
        }

        @Override
        public void unchanged(URI location) {
            unchanged.add(location.getPath());
        }

        @Override
        public void failed(URI location, String code) {
            failed.put(location.getPath(), code);
        }

        @Override
        public boolean wanted() {
            return true;
        }
    }
}
