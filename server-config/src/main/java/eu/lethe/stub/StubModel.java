package eu.lethe.stub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * An OpenAI-compatible endpoint on loopback that needs no model: pace, text and fault are chosen by the model's name, requests
 * are kept for inspection ({@code GET /requests}) and calls are counted ({@code GET /stats}).
 *
 * <p>Faults: {@code utf8} (every byte in a packet of its own), {@code crlf}, {@code cut:n} (reset after n pieces), {@code
 * fincut:n} (closed without the last chunk), {@code nodone:n} (ends cleanly but unfinished), {@code malformed:n}, {@code
 * errevent:n}, {@code stall:n}, {@code 429:seconds}, {@code 500}, {@code 503}, {@code 401}, {@code 404}, {@code html}, {@code
 * slowhead} (no headers), {@code slow} (endless), {@code flood} (endless, as fast as it is read). {@code times=n} limits a fault
 * to the first n requests of that model name.
 */
public final class StubModel implements AutoCloseable {

    /**
     * @param active streams open now
     * @param aborted calls the client ended before the answer did
     */
    public record Stats(int active, int peak, int total, int aborted) {}

    private record Received(String head, String body) {}

    private static final int KEPT_REQUESTS = 2000;
    private static final int STACK = 256 * 1024;

    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedDeque<Received> requests = new ConcurrentLinkedDeque<>();
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger active = new AtomicInteger();
    private final AtomicInteger peak = new AtomicInteger();
    private final AtomicInteger total = new AtomicInteger();
    private final AtomicInteger aborted = new AtomicInteger();
    private volatile @Nullable String insisted;

    private StubModel(ServerSocket server) {
        this.server = server;
    }

    /** @param port on loopback, or 0 for any that is free */
    public static StubModel start(int port) throws IOException {
        var server = new ServerSocket();
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 4096);
        var stub = new StubModel(server);
        thread(stub::accept, "stub-model").start();
        return stub;
    }

    /** Runs the stub until it is killed. */
    public static void main(String[] arguments) throws IOException {
        StubModel stub = start(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 18500);
        System.out.println("Stub model at " + stub.url());
        try {
            Thread.currentThread().join();
        } catch (InterruptedException stopped) {
            stub.close();
        }
    }

    /** The base URL, as {@code lethe.llm.url} wants it. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/v1");
    }

    public Stats stats() {
        return new Stats(active.get(), peak.get(), total.get(), aborted.get());
    }

    /** How many connections were opened. */
    public int connections() {
        return connections.get();
    }

    /** The bodies of the last requests, oldest first. */
    public List<String> requests() {
        return requests.stream().map(Received::body).toList();
    }

    /** The last requests as they came over the wire, oldest first: request line, headers and body. */
    public List<String> raw() {
        return requests.stream()
                .map(received -> received.head() + "\r\n" + received.body())
                .toList();
    }

    /** Answers as this model name says from now on, whatever a request names; null to listen to requests again. */
    public void insistOn(@Nullable String model) {
        insisted = model;
    }

    Optional<String> insistedOn() {
        return Optional.ofNullable(insisted);
    }

    /** Forgets the requests and which faults were used up. */
    public void forget() {
        requests.clear();
        calls.clear();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    void received(String head, String body) {
        requests.add(new Received(head, body));
        while (requests.size() > KEPT_REQUESTS) {
            requests.pollFirst();
        }
    }

    /** How many calls this model name has had, this one included. */
    int callOf(String model) {
        return calls.computeIfAbsent(model, name -> new AtomicInteger()).incrementAndGet();
    }

    void began() {
        total.incrementAndGet();
        peak.accumulateAndGet(active.incrementAndGet(), Math::max);
    }

    void ended(boolean byClient) {
        active.decrementAndGet();
        if (byClient) {
            aborted.incrementAndGet();
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                connections.incrementAndGet();
                thread(() -> serve(socket), "stub-model-call").start();
            } catch (IOException closed) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(closed);
                }
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            new Exchange(this, socket).serve();
        } catch (IOException gone) {
            // The client left: counted where it matters, and nothing else to do.
        } finally {
            open.remove(socket);
        }
    }

    private static Thread thread(Runnable work, String name) {
        var thread = new Thread(null, work, name, STACK);
        thread.setDaemon(true);
        return thread;
    }
}
