package eu.lethe.stub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a client and OpenSearch and fails as networks and search servers do: refuses, is slow, is busy, does half of what
 * it was asked, or keeps a request on the way for as long as it is told.
 */
public final class FaultProxy implements AutoCloseable {

    /** What the proxy does to requests. */
    public enum Fault {
        NONE,
        /** Nobody listens. */
        AWAY,
        /** Nothing arrives, and nothing comes back, before the client has given up. */
        SLOW,
        /** 429 to everything. */
        BUSY,
        /** 503 to everything. */
        UNAVAILABLE,
        /** A bulk or a deletion by query does half of its work and says so, with status 200. */
        HALF
    }

    private static final int OK = 200;
    private static final int BUSY_STATUS = 429;
    private static final int UNAVAILABLE_STATUS = 503;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String JSON = "application/json";

    private final URI target;
    private final int port;
    private volatile Duration slowness;
    private final ExecutorService threads = Executors.newCachedThreadPool(FaultProxy::daemon);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(threads)
            .build();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicReference<@Nullable Held> nextBulk = new AtomicReference<>();
    private volatile Fault fault = Fault.NONE;
    private @Nullable HttpServer server;

    /** One bulk that is kept on the way. */
    public static final class Held {
        private final String word;
        private final CountDownLatch caught = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);
        private final CountDownLatch arrived = new CountDownLatch(1);
        private volatile String answer = "";

        private Held(String word) {
            this.word = word;
        }

        private boolean isMeant(byte[] body) {
            return new String(body, StandardCharsets.UTF_8).contains(word);
        }

        /** Waits until the bulk was sent. */
        public void awaitCaught() throws InterruptedException {
            caught.await();
        }

        /** Lets the bulk go on. @return what OpenSearch says to it now */
        public String release() throws InterruptedException {
            released.countDown();
            arrived.await();
            return answer;
        }
    }

    private FaultProxy(URI target, int port, Duration slowness) {
        this.target = target;
        this.port = port;
        this.slowness = slowness;
    }

    /** @param slowness how long {@link Fault#SLOW} lasts for each request */
    public static FaultProxy to(URI target, int port, Duration slowness) throws IOException {
        FaultProxy proxy = new FaultProxy(target, port, slowness);
        proxy.listen();
        return proxy;
    }

    /** How long {@link Fault#SLOW} lasts for each request from now on. */
    public void slowness(Duration wanted) {
        slowness = wanted;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public int requests() {
        return requests.get();
    }

    public void now(Fault wanted) throws IOException {
        fault = wanted;
        if (wanted == Fault.AWAY) {
            close();
        } else {
            listen();
        }
    }

    /** Keeps the next bulk that holds the word on the way until it is released. */
    public Held holdNextBulkWith(String word) {
        Held held = new Held(word);
        nextBulk.set(held);
        return held;
    }

    @Override
    public synchronized void close() {
        HttpServer running = server;
        if (running != null) {
            running.stop(0);
            server = null;
        }
    }

    private synchronized void listen() throws IOException {
        if (server == null) {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
            started.setExecutor(threads);
            started.createContext("/", this::handle);
            started.start();
            server = started;
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        String path = exchange.getRequestURI().toString();
        byte[] body = exchange.getRequestBody().readAllBytes();
        try (exchange) {
            if (path.contains("/_bulk")) {
                Held held = nextBulk.get();
                if (held != null && held.isMeant(body) && nextBulk.compareAndSet(held, null)) {
                    hold(held, exchange, body);
                    return;
                }
            }
            switch (fault) {
                case BUSY -> answer(exchange, BUSY_STATUS, JSON, error("circuit_breaking_exception", BUSY_STATUS));
                case UNAVAILABLE ->
                    answer(exchange, UNAVAILABLE_STATUS, JSON, error("cluster_block_exception", UNAVAILABLE_STATUS));
                case SLOW -> {
                    Thread.sleep(slowness.toMillis());
                    forward(exchange, path, body);
                }
                case HALF -> half(exchange, path, body);
                case NONE, AWAY -> forward(exchange, path, body);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void hold(Held held, HttpExchange exchange, byte[] body) throws InterruptedException, IOException {
        held.caught.countDown();
        held.released.await();
        HttpResponse<byte[]> response = send(exchange, exchange.getRequestURI().toString(), body);
        held.answer = new String(response.body(), StandardCharsets.UTF_8);
        held.arrived.countDown();
        answer(exchange, response.statusCode(), type(response), response.body());
    }

    private void half(HttpExchange exchange, String path, byte[] body) throws IOException, InterruptedException {
        if (path.contains("/_delete_by_query")) {
            send(exchange, path + (path.contains("?") ? "&" : "?") + "max_docs=1", body);
            answer(exchange, OK, JSON, HALF_DELETED.getBytes(StandardCharsets.UTF_8));
        } else if (path.contains("/_bulk")) {
            answer(exchange, OK, JSON, refuseOddItems(send(exchange, path, everySecond(body))));
        } else {
            forward(exchange, path, body);
        }
    }

    // The items that were left out are reported as refused, as a node does whose queue is full.
    private static byte[] refuseOddItems(HttpResponse<byte[]> response) {
        String text = new String(response.body(), StandardCharsets.UTF_8);
        String refused =
                "{\"index\":{\"_index\":\"refused\",\"_id\":\"00000000-0000-0000-0000-000000000000\",\"status\":429,"
                        + "\"error\":{\"type\":\"rejected_execution_exception\",\"reason\":\"queue is full\"}}}";
        int items = text.indexOf("\"items\":[") + "\"items\":[".length();
        return (text.substring(0, items).replace("\"errors\":false", "\"errors\":true")
                        + refused
                        + (text.charAt(items) == ']' ? "" : ",")
                        + text.substring(items))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Every second operation of a bulk of index operations, two lines each. */
    private static byte[] everySecond(byte[] body) {
        String[] lines = new String(body, StandardCharsets.UTF_8).split("\n");
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i + 1 < lines.length; i += 4) {
            kept.append(lines[i]).append('\n').append(lines[i + 1]).append('\n');
        }
        return kept.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void forward(HttpExchange exchange, String path, byte[] body) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = send(exchange, path, body);
        answer(exchange, response.statusCode(), type(response), response.body());
    }

    private HttpResponse<byte[]> send(HttpExchange exchange, String path, byte[] body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(target + path))
                .timeout(PATIENCE)
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type != null) {
            request.header("Content-Type", type);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        boolean empty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, empty ? -1 : body.length);
        if (!empty) {
            exchange.getResponseBody().write(body);
        }
    }

    private static String type(HttpResponse<?> response) {
        return response.headers().firstValue("Content-Type").orElse(JSON);
    }

    private static byte[] error(String type, int status) {
        return ("{\"error\":{\"root_cause\":[],\"type\":\"" + type + "\",\"reason\":\"by the proxy\"},\"status\":"
                        + status + "}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "fault-proxy");
        thread.setDaemon(true);
        return thread;
    }

    private static final String HALF_DELETED = """
            {"took":1,"timed_out":false,"total":2,"deleted":1,"batches":1,"version_conflicts":0,"noops":0,
             "retries":{"bulk":0,"search":0},"throttled_millis":0,"requests_per_second":-1.0,"throttled_until_millis":0,
             "failures":[{"index":"half","id":"1","status":429,
              "cause":{"type":"rejected_execution_exception","reason":"queue is full"}}]}
            """;
}
