package eu.lethe.system;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A visitor's browser, without the browser: speaks the visitor API as the widget does. */
final class VisitorClient {

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI lethe;
    private final @Nullable String origin;
    private @Nullable String token;
    private @Nullable UUID conversation;

    VisitorClient(RunningLethe lethe) {
        this(lethe.url(), lethe.origin());
    }

    VisitorClient(URI lethe, @Nullable String origin) {
        this.lethe = lethe;
        this.origin = origin;
    }

    /** The same visitor in another tab. */
    VisitorClient copy() {
        return at(lethe);
    }

    /** The same visitor, who begins a conversation anew. */
    VisitorClient inAnotherConversation() {
        var other = copy();
        other.conversation = null;
        return other;
    }

    /** The same visitor, whose requests get to another node. */
    VisitorClient at(URI node) {
        var other = new VisitorClient(node, origin);
        other.token = token;
        other.conversation = conversation;
        return other;
    }

    /** The same visitor, who begins anew. */
    VisitorClient inANewConversation() {
        var other = copy();
        other.conversation = null;
        return other;
    }

    /** One server-sent event. */
    record Event(String id, String name, JsonStructure json) {
        JsonObject data() {
            return json.asJsonObject();
        }
    }

    /** Everything one question brought back. */
    record Exchange(int status, List<Event> events, String body) {

        String text() {
            return named("delta").map(event -> event.data().getString("text")).collect(Collectors.joining());
        }

        JsonObject done() {
            return named("done")
                    .findFirst()
                    .map(Event::data)
                    .orElseThrow(() -> new AssertionError("no done event in " + events));
        }

        JsonObject turn() {
            return named("turn").findFirst().map(Event::data).orElseThrow(() -> new AssertionError("no turn: " + body));
        }

        JsonObject problem() {
            return read(body).asJsonObject();
        }

        Stream<Event> named(String name) {
            return events.stream().filter(event -> event.name().equals(name));
        }
    }

    /** The conversation this visitor is in, from the first answer on. */
    UUID conversation() {
        return Objects.requireNonNull(conversation, "nothing was asked yet");
    }

    @Nullable
    String token() {
        return token;
    }

    Exchange ask(String text) {
        return ask(UUID.randomUUID(), text);
    }

    Exchange ask(UUID id, String text) {
        var message = Json.createObjectBuilder()
                .add("id", id.toString())
                .add("text", text)
                .add("language", "en")
                .add("page", "https://www.example.org/prices?email=a@example.org&utm_source=mail");
        if (conversation != null) {
            message.add("conversation", conversation.toString());
        }
        var exchange = post("/visitor/sites/demo/messages", message.build().toString());
        if (exchange.status() == 200) {
            var turn = exchange.turn();
            token = turn.getString("token", token);
            conversation = UUID.fromString(turn.getString("conversation"));
        }
        return exchange;
    }

    Exchange post(String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    Exchange put(String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    Exchange delete(String path) {
        return send(request(path).DELETE().build());
    }

    Exchange get(String path) {
        return send(request(path).GET().build());
    }

    Exchange resume(UUID answer, String lastEventId) {
        return send(request("/visitor/sites/demo/answers/" + answer)
                .header("Last-Event-ID", lastEventId)
                .GET()
                .build());
    }

    HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(lethe.resolve(path)).timeout(Duration.ofSeconds(90));
        if (origin != null) {
            request.header("Origin", origin);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request;
    }

    Exchange send(HttpRequest request) {
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            boolean stream =
                    response.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
            return new Exchange(response.statusCode(), stream ? events(response.body()) : List.of(), response.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static List<Event> events(String body) {
        var events = new ArrayList<Event>();
        for (String block : body.split("\n\n")) {
            String id = "";
            String name = "message";
            var data = new StringBuilder();
            for (String line : block.split("\n")) {
                if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("event:")) {
                    name = line.substring(6).strip();
                } else if (line.startsWith("data:")) {
                    data.append(line.substring(5).strip());
                }
            }
            if (!data.isEmpty()) {
                events.add(new Event(id, name, read(data.toString())));
            }
        }
        return events;
    }

    private static JsonStructure read(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.read();
        }
    }
}
