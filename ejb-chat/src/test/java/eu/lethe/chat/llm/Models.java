package eu.lethe.chat.llm;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Models for tests of other components: the real client with short limits. */
public final class Models implements AutoCloseable {

    private final ExecutorService network = Executors.newFixedThreadPool(2);
    private final ScheduledExecutorService watch = Executors.newScheduledThreadPool(1);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(network)
            .build();

    public LanguageModel at(URI url, String name) {
        return new OpenAiModel(
                new OpenAiModel.Endpoint(url, Optional.empty(), name, null, null),
                new Limits(Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofSeconds(10), 1),
                http,
                watch);
    }

    @Override
    public void close() {
        network.shutdownNow();
        watch.shutdownNow();
    }
}
