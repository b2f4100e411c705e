package eu.lethe.system;

import eu.lethe.stub.FaultProxy;
import eu.lethe.stub.StubSearch;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An OpenSearch node of the tests' own, and the proxy through which Lethe speaks to it. */
record FaultySearch(StubSearch node, FaultProxy proxy) {

    static final int PATIENCE_SECONDS = 3;

    private static final Pattern COUNT = Pattern.compile("\"count\":(\\d+)");

    static FaultySearch start(Path dist, Path folder, int port) throws IOException {
        try {
            Path home = dist.resolve("opensearch");
            StubSearch node = StubSearch.start(home, home.resolve("lethe-opensearch.jar"), folder);
            return new FaultySearch(node, FaultProxy.to(node.url(), port, Duration.ofSeconds(PATIENCE_SECONDS + 1)));
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Documents about the person in the index itself, past the proxy. */
    int documentsAbout(UUID person) throws IOException {
        ask("POST", "/lethe-transcripts-*/_refresh");
        String counted = ask("GET", "/lethe-transcripts-*/_count?q=subject:%22" + person + "%22");
        var count = COUNT.matcher(counted);
        if (!count.find()) {
            throw new IOException("no count in " + counted);
        }
        return Integer.parseInt(count.group(1));
    }

    /** The indices of transcripts there are; one that was dropped and made again has another id. */
    Set<String> transcriptIndices() throws IOException {
        return ask("GET", "/_cat/indices/lethe-transcripts-*?h=uuid").lines().collect(Collectors.toSet());
    }

    private String ask(String method, String path) throws IOException {
        var connection =
                (HttpURLConnection) URI.create(node.url() + path).toURL().openConnection();
        connection.setRequestMethod(method);
        try (var in = connection.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
