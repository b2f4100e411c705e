package eu.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

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

        JsonObject json() {
            try (var reader = Json.createReader(new StringReader(text()))) {
                return reader.readObject();
            }
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

    /** A recipient of the account, active, that takes its notices here. */
    UUID enteredBy(Program program) {
        return entered(program, "Partner", url());
    }

    /** @param url where it takes notices, or null if it has to be told by hand */
    static UUID entered(Program program, String name, @Nullable String url) {
        String details = "{\"name\":\"" + name + "\",\"category\":\"PARTNER\",\"address\":\"Street 1\","
                + "\"contact\":\"privacy@partner.example\",\"country\":\"FI\",\"mechanism\":\"EEA\""
                + (url == null ? "}" : ",\"noticeUrl\":\"" + url + "\"}");
        var added = program.send("POST", "recipients", details, null);
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        assertThat(added.json().getString("state")).isEqualTo("DRAFT");
        UUID id = UUID.fromString(added.json().getString("id"));
        var approved = program.send("POST", "recipients/" + id + "/approval", null, null);
        assertThat(approved.json().getString("state")).as(approved.text()).isEqualTo("ACTIVE");
        return id;
    }

    /** Writes down that the recipient was given something about the person, and what it calls them. */
    static void given(Program program, UUID recipient, UUID subject, String field, String reference) {
        var recorded = program.send(
                "POST",
                "subjects/" + subject + "/disclosures",
                "{\"recipient\":\"" + recipient + "\",\"fields\":[\"" + field + "\"],\"reference\":\"" + reference
                        + "\"}",
                null);
        assertThat(recorded.status()).as(recorded.text()).isEqualTo(201);
    }

    static void end(Program program, UUID recipient) {
        var ended = program.send("DELETE", "recipients/" + recipient, null, null);
        assertThat(ended.json().getString("state")).isEqualTo("ENDED");
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
