package eu.lethe.server.drill;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A made-up visitor of the demo site, for as long as a drill lasts. */
final class Person {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final URI lethe;
    private final URI page;
    private final String token;
    private final UUID conversation;

    private Person(URI lethe, URI page, String token, UUID conversation) {
        this.lethe = lethe;
        this.page = page;
        this.token = token;
        this.conversation = conversation;
    }

    /** Asks a first question and waits for the answer. */
    static Person asking(URI lethe, URI page, String question) throws IOException, InterruptedException {
        var request = to(lethe, page, "messages")
                .POST(HttpRequest.BodyPublishers.ofString("{\"id\":\"" + UUID.randomUUID()
                        + "\",\"language\":\"en\",\"page\":\"" + page + "\",\"text\":\"" + question + "\"}"));
        String answer = HTTP.send(request.build(), BodyHandlers.ofString()).body();
        return new Person(lethe, page, member(answer, "token"), UUID.fromString(member(answer, "conversation")));
    }

    UUID conversation() {
        return conversation;
    }

    /** @return the certificate's id */
    UUID beForgotten() throws IOException, InterruptedException {
        var request = to(lethe, page, "privacy/erasure")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"id\":\"" + UUID.randomUUID() + "\",\"language\":\"en\"}"));
        String answer = HTTP.send(request.build(), BodyHandlers.ofString()).body();
        return UUID.fromString(member(answer, "certificate"));
    }

    /** The status with which Lethe answers whoever asks for the own conversation; 0 if it does not answer. */
    int transcriptStatus() throws InterruptedException {
        try {
            var request = to(lethe, page, "conversations/" + conversation).header("Authorization", "Bearer " + token);
            return HTTP.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException away) {
            return 0;
        }
    }

    private static HttpRequest.Builder to(URI lethe, URI page, String path) {
        return HttpRequest.newBuilder(lethe.resolve("/visitor/sites/demo/" + path))
                .timeout(Duration.ofMinutes(1))
                .header("Origin", page.toString())
                .header("Content-Type", "application/json");
    }

    private static String member(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(json);
        if (!found.find()) {
            throw new IllegalStateException("Lethe's answer has no " + name);
        }
        return found.group(1);
    }
}
