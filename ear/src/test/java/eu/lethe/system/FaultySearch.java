package eu.lethe.system;

import eu.lethe.stub.FaultProxy;
import eu.lethe.stub.StubSearch;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
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

    /** Has the demo's account want what is said to be found, or not. */
    void turn(RunningLethe lethe, boolean on) throws SQLException, IOException {
        try (var data = lethe.database("lethe");
                var change = data.prepareStatement("insert into compliance.store_setting (account_id, store, enabled,"
                        + " purge, changed_by, changed_at) select account_id, 'transcript-search', ?, false,"
                        + " gen_random_uuid(), now() from chat.site where public_key = 'demo'"
                        + " on conflict (account_id, store) do update set enabled = excluded.enabled")) {
            change.setBoolean(1, on);
            change.executeUpdate();
        }
    }

    /** A visitor who asked, once the question and the answer are in the index. */
    VisitorClient indexed(RunningLethe lethe, String question) throws SQLException, IOException {
        var visitor = new VisitorClient(lethe);
        visitor.ask(question);
        UUID person = lethe.subjectOf(visitor.conversation());
        RunningLethe.await("what was said to be searched", () -> documentsAbout(person) == 2);
        return visitor;
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
