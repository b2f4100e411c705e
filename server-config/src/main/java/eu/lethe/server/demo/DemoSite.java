package eu.lethe.server.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import eu.lethe.server.supervision.Refusal;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Serves the demo company's page and, below {@code /docs/}, what its assistant knows. */
public final class DemoSite {

    static final String ORIGIN_MARK = "{{lethe}}";
    private static final int THREADS = 4;
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "xml", "application/xml; charset=utf-8",
            "png", "image/png",
            "ico", "image/x-icon");

    private final Path site;
    private final Knowledge knowledge;
    private final String host;
    private final int port;
    private final String lethe;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, DemoSite::thread);
    private @Nullable HttpServer server;

    public DemoSite(Path site, Path knowledge, String host, int lethePort) {
        this.site = site.toAbsolutePath().normalize();
        this.knowledge = new Knowledge(knowledge);
        this.host = host;
        this.port = lethePort + 1;
        this.lethe = "http://localhost:" + lethePort;
    }

    public String address() {
        return "http://localhost:" + port;
    }

    public void start() {
        try {
            HttpServer made = HttpServer.create(new InetSocketAddress(host, port), 0);
            made.createContext("/", this::answer);
            made.setExecutor(threads);
            made.start();
            server = made;
        } catch (IOException failure) {
            throw new Refusal(
                    "The demo site cannot be served on port " + port + ": " + failure.getMessage() + ".", failure);
        }
    }

    public void stop() {
        HttpServer running = server;
        if (running != null) {
            running.stop(0);
        }
        threads.shutdownNow();
    }

    /** What the page may load: itself, and the widget's script, styles and answers from Lethe. Nothing inline. */
    static String policy(String lethe) {
        return "default-src 'self'; script-src 'self' " + lethe + "; connect-src 'self' " + lethe + "; img-src 'self' "
                + lethe + " data:; style-src 'self' " + lethe
                + "; font-src 'self'; frame-src 'none'; object-src 'none'; "
                + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Security-Policy", policy(lethe));
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.getResponseHeaders().set("Referrer-Policy", "strict-origin-when-cross-origin");
            exchange.getResponseHeaders().set("Cache-Control", "no-cache");
            String method = exchange.getRequestMethod();
            if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            String path = exchange.getRequestURI().getPath();
            byte[] body = content(path);
            exchange.getResponseHeaders().set("Content-Type", type(path));
            send(exchange, body);
        }
    }

    private static void send(HttpExchange exchange, byte @Nullable [] body) throws IOException {
        if (body == null) {
            exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
            byte[] sentence = "There is no such page.\n".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(404, sentence.length);
            exchange.getResponseBody().write(sentence);
        } else if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
            exchange.sendResponseHeaders(200, -1);
        } else {
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private byte @Nullable [] content(String path) throws IOException {
        if (path.equals("/sitemap.xml")) {
            return knowledge.sitemap(address()).getBytes(StandardCharsets.UTF_8);
        }
        return path.equals("/docs") || path.startsWith("/docs/") ? document(path) : file(path);
    }

    private byte @Nullable [] document(String path) throws IOException {
        String page = knowledge.page(path);
        return page == null ? null : page.getBytes(StandardCharsets.UTF_8);
    }

    private byte @Nullable [] file(String path) throws IOException {
        Path file = site.resolve(path.endsWith("/") ? path.substring(1) + "index.html" : path.substring(1))
                .normalize();
        if (!file.startsWith(site) || !Files.isRegularFile(file)) {
            return null;
        }
        if (file.toString().endsWith(".html")) {
            return Files.readString(file).replace(ORIGIN_MARK, lethe).getBytes(StandardCharsets.UTF_8);
        }
        return Files.readAllBytes(file);
    }

    private static String type(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(ending, "text/html; charset=utf-8");
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "demo");
        thread.setDaemon(true);
        return thread;
    }
}
