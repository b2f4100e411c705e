package eu.lethe.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A recipient that takes notices of erasure, and loses the first few answers if it is told to. */
final class Partner implements AutoCloseable {

    /** One notice as it arrived. */
    record Notice(Map<String, List<String>> headers, byte[] body) {
        String header(String name) {
            return headers.entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .map(entry -> entry.getValue().get(0))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + name));
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    private final HttpServer server;
    private final List<Notice> notices = new CopyOnWriteArrayList<>();
    private final AtomicInteger answersToLose;

    Partner(int answersToLose) throws IOException {
        this.answersToLose = new AtomicInteger(answersToLose);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/requests", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/requests";
    }

    List<Notice> notices() {
        return notices;
    }

    private void take(HttpExchange exchange) throws IOException {
        notices.add(new Notice(
                Map.copyOf(exchange.getRequestHeaders()),
                exchange.getRequestBody().readAllBytes()));
        if (answersToLose.getAndDecrement() <= 0) {
            exchange.sendResponseHeaders(201, -1);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
