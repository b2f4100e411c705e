package eu.lethe.stub;

import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real OpenSearch node on a folder of a test's own, to be stopped, killed and started again. */
public final class StubSearch implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long PAUSE_MILLIS = 200;
    private static final int OK = 200;

    private final Path node;
    private final Path folder;
    private final String classPath;
    private final int port = freePort();
    private final int transportPort = freePort();
    private Process process;

    private StubSearch(Path node, Path classes, Path folder) throws IOException {
        this.node = node;
        this.folder = folder;
        this.classPath = classes + File.pathSeparator + node.resolve("lib") + File.separator + "*";
        this.process = launch();
    }

    /**
     * @param node the folder of OpenSearch that the build puts together
     * @param classes where the class that starts it is: a folder of classes or a jar
     * @param folder for its data and its log
     */
    public static StubSearch start(Path node, Path classes, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("data"));
        Files.createDirectories(folder.resolve("tmp"));
        StubSearch search = new StubSearch(node, classes, folder);
        Runtime.getRuntime().addShutdownHook(new Thread(search::close));
        search.await();
        return search;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Where its files are, to be looked through. */
    public Path data() {
        return folder.resolve("data");
    }

    /** Ends it as a power cut would and starts it again. */
    public void restart() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        process = launch();
        await();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Process launch() throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + folder.resolve("tmp"),
                        "-cp",
                        classPath,
                        "eu.lethe.server.opensearch.SearchNode",
                        node.toString(),
                        "path.data=" + folder.resolve("data"),
                        "path.logs=" + folder.resolve("tmp"),
                        "http.port=" + port,
                        "transport.port=" + transportPort))
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
    }

    private void await() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new IllegalStateException("OpenSearch does not start, see " + folder.resolve("log"));
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private boolean isReady() {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url() + "/_cluster/health?wait_for_status=yellow&timeout=1s")
                            .toURL()
                            .openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(5000);
            return connection.getResponseCode() == OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new IllegalStateException(none);
        }
    }
}
