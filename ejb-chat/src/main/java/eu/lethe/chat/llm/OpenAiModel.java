package eu.lethe.chat.llm;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/** A model behind an endpoint that speaks OpenAI's chat completions, of whatever make. */
final class OpenAiModel implements LanguageModel {

    /**
     * @param url the base URL, {@code https://host/v1}
     * @param maxTokens null to leave it to the provider
     */
    record Endpoint(
            URI url,
            Optional<String> key,
            String model,
            @Nullable Integer maxTokens,
            @Nullable Double temperature) {}

    private static final System.Logger LOG = System.getLogger(OpenAiModel.class.getName());

    private final Endpoint endpoint;
    private final Limits limits;
    private final HttpClient http;
    private final ScheduledExecutorService watch;
    private final Wire wire = new Wire();

    OpenAiModel(Endpoint endpoint, Limits limits, HttpClient http, ScheduledExecutorService watch) {
        this.endpoint = endpoint;
        this.limits = limits;
        this.http = http;
        this.watch = watch;
    }

    @Override
    public String provider() {
        return endpoint.url().getHost();
    }

    @Override
    public String name() {
        return endpoint.model();
    }

    @Override
    public Generation generate(Prompt prompt, Sink sink) {
        HttpRequest request = request(prompt);
        return new Call(
                        sink,
                        limits,
                        watch,
                        call -> new Attempt(call, http, request, limits, wire, watch),
                        this::report)
                .begin();
    }

    private HttpRequest request(Prompt prompt) {
        String base = endpoint.url().toString().replaceAll("/+$", "");
        var request = HttpRequest.newBuilder(URI.create(base + "/chat/completions"))
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .POST(BodyPublishers.ofString(
                        wire.request(prompt, endpoint.model(), endpoint.maxTokens(), endpoint.temperature())));
        endpoint.key().ifPresent(key -> request.header("Authorization", "Bearer " + key));
        return request.build();
    }

    private void report(Failure failure) {
        String advice = switch (failure.kind()) {
            case REFUSED -> "; check lethe.llm.key, lethe.llm.model and lethe.llm.url";
            case UNREACHABLE, PROTOCOL -> "; check lethe.llm.url";
            default -> "";
        };
        LOG.log(
                System.Logger.Level.WARNING,
                "Model {0} at {1} failed: {2}, {3}{4}",
                endpoint.model(),
                provider(),
                failure.kind(),
                failure.detail(),
                advice);
    }
}
