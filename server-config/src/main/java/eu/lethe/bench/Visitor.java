package eu.lethe.bench;

import eu.lethe.stub.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Asks questions as the widget does and notes when what arrives. */
final class Visitor {

    /** Hears the events of an answer as they arrive. */
    interface Ear {
        void hears(String event, String data);
    }

    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
    private static final Pattern CERTIFICATE = Pattern.compile("\"certificate\":\"([^\"]+)\"");
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final HttpClient http;
    private final URI messages;
    private final String origin;
    private volatile @Nullable String token;

    /** @param origin of a page that may carry the widget of the site */
    Visitor(HttpClient http, URI lethe, String site, String origin) {
        this.http = http;
        this.messages = lethe.resolve("/visitor/sites/" + site + "/messages");
        this.origin = origin;
    }

    static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(20))
                .build();
    }

    /** Completes with the status when the answer has ended. */
    CompletableFuture<Integer> ask(String question, Ear ear) {
        return ask("en", question, ear);
    }

    /** Completes with the status when the answer has ended. @param language of the widget */
    CompletableFuture<Integer> ask(String language, String question, Ear ear) {
        String body = "{\"id\":\"" + UUID.randomUUID() + "\",\"language\":\"" + language + "\",\"page\":"
                + Json.quote(origin + "/") + ",\"text\":" + Json.quote(question) + "}";
        var request = HttpRequest.newBuilder(messages)
                .timeout(LONGEST)
                .header("Origin", origin)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.sendAsync(request.build(), BodyHandlers.fromLineSubscriber(new Lines(ear)))
                .thenApply(HttpResponse::statusCode);
    }

    /** Asks to be forgotten. @return the certificate's id */
    UUID beForgotten() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(messages.resolve("privacy/erasure"))
                .timeout(LONGEST)
                .header("Origin", origin)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"id\":\"" + UUID.randomUUID() + "\",\"language\":\"en\"}"));
        var answer = http.send(request.build(), BodyHandlers.ofString());
        Matcher found = CERTIFICATE.matcher(answer.body());
        if (answer.statusCode() != 202 || !found.find()) {
            throw new IllegalStateException("The erasure was answered with " + answer.statusCode());
        }
        return UUID.fromString(found.group(1));
    }

    private void learn(String event, String data) {
        if (event.equals("turn")) {
            Matcher found = TOKEN.matcher(data);
            token = found.find() ? found.group(1) : null;
        }
    }

    private final class Lines implements Flow.Subscriber<String> {

        private final Ear ear;
        private String event = "";

        private Lines(Ear ear) {
            this.ear = ear;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            if (line.startsWith("event:")) {
                event = line.substring(6).strip();
            } else if (line.startsWith("data:")) {
                learn(event, line);
                ear.hears(event, line.substring(5).strip());
            }
        }

        @Override
        public void onError(Throwable failure) {
            // The request's own stage ends with it.
        }

        @Override
        public void onComplete() {}
    }
}
