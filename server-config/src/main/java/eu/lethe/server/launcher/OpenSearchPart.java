package eu.lethe.server.launcher;

import eu.lethe.server.supervision.Home;
import eu.lethe.server.supervision.Part;
import eu.lethe.server.supervision.Ports;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** An OpenSearch node of our own, with k-NN, in a JVM of its own. */
final class OpenSearchPart implements Part {

    private static final int PROBE_MILLIS = 2_000;

    private final Installation installation;
    private final Home home;
    private final Path folder;
    private final int port;
    private final int transportPort;
    private final String memory;

    OpenSearchPart(Installation installation, Home home, int port, int transportPort, String memory) {
        this.installation = installation;
        this.home = home;
        this.folder = home.root().resolve("opensearch");
        this.port = port;
        this.transportPort = transportPort;
        this.memory = memory;
    }

    String url() {
        return "http://" + Ports.LOOPBACK + ":" + port;
    }

    @Override
    public String name() {
        return "OpenSearch";
    }

    @Override
    public String shortName() {
        return "opensearch";
    }

    @Override
    public Path mark() {
        return folder.resolve("data");
    }

    @Override
    public void prepare() {
        home.folder("opensearch/data");
        home.folder("opensearch/tmp");
    }

    @Override
    public List<String> command() {
        Path node = installation.openSearch();
        return List.of(
                Installation.java().toString(),
                "-Xmx" + memory,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + folder.resolve("tmp"),
                "-cp",
                node.resolve("lethe-opensearch.jar") + File.pathSeparator + node.resolve("lib") + File.separator + "*",
                "eu.lethe.server.opensearch.SearchNode",
                node.toString(),
                "path.data=" + folder.resolve("data"),
                "path.logs=" + folder.resolve("tmp"),
                "http.port=" + port,
                "transport.port=" + transportPort);
    }

    @Override
    public Map<String, String> environment() {
        return Map.of();
    }

    @Override
    public boolean ready() {
        return Http.status(url() + "/_cluster/health?wait_for_status=yellow&timeout=1s", PROBE_MILLIS) == 200;
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(3);
    }

    /** A node that was killed can hold its folder's lock for a moment. */
    @Override
    public int retries() {
        return 2;
    }
}
