package eu.lethe.system;

import eu.lethe.stub.StubModel;
import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Lethe as somebody starts it who has just built it: the launcher in demo mode on an empty home, three real servers. */
final class RunningLethe {

    static final String OWNER_EMAIL = "owner@example.org";
    static final String OWNER_PASSWORD = "correct horse battery staple";
    static final Duration LONG = Duration.ofMinutes(3);

    // Lethe's port, the demo's, then the stores'.
    private static final int POSTGRESQL_OFFSET = 2;
    private static final int PORTS = 5;

    private static @Nullable RunningLethe instance;

    private final Path home = Path.of(System.getProperty("lethe.test-home"), "home");
    private final Path log = Path.of(System.getProperty("lethe.test-home"), "launcher.log");
    private final Path drill = Path.of(System.getProperty("lethe.test-home"), "drill");
    private final int port = freePort();
    private final StubModel model;
    private final PostOffice mail = new PostOffice();
    private @Nullable Process launcher;
    private @Nullable FaultySearch search;
    private Manner manner = Manner.EXTRACTING;

    private RunningLethe() throws IOException {
        delete(home);
        Files.createDirectories(home);
        model = StubModel.start(0);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    }

    /** How Lethe runs: who writes the answers, and on which server. */
    private enum Manner {
        EXTRACTING,
        WITH_MODEL,
        WITH_FAULTY_SEARCH,
        ON_PAYARA_SERVER
    }

    /** Answers are extracted. */
    static RunningLethe withoutModel() {
        return running(Manner.EXTRACTING);
    }

    /** Answers come from the stub model. */
    static RunningLethe withModel() {
        return running(Manner.WITH_MODEL);
    }

    /** An OpenSearch of the test's own, behind a proxy that fails when it is told to; answers are extracted. */
    static RunningLethe withFaultySearch() {
        return running(Manner.WITH_FAULTY_SEARCH);
    }

    /** The server of production in place of the launcher's own; answers are extracted. */
    static RunningLethe onPayaraServer() {
        return running(Manner.ON_PAYARA_SERVER);
    }

    private static synchronized RunningLethe running(Manner manner) {
        try {
            if (instance == null) {
                instance = new RunningLethe();
                instance.start(manner);
            } else if (instance.manner != manner) {
                instance.stop();
                instance.start(manner);
            }
            return instance;
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    URI url() {
        return URI.create("http://localhost:" + port);
    }

    URI demo() {
        return URI.create("http://localhost:" + (port + 1));
    }

    String origin() {
        return demo().toString();
    }

    StubModel model() {
        return model;
    }

    PostOffice mail() {
        return mail;
    }

    Path home() {
        return home;
    }

    FaultySearch faultySearch() throws IOException {
        FaultySearch running = search;
        if (running == null) {
            running = FaultySearch.start(
                    Path.of(System.getProperty("lethe.dist")),
                    home.resolveSibling("faulty-search"),
                    port + POSTGRESQL_OFFSET + 1);
            search = running;
        }
        return running;
    }

    private void start(Manner wanted) throws IOException {
        manner = wanted;
        Path dist = Path.of(System.getProperty("lethe.dist"));
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                dist.resolve("lethe.jar").toString(),
                "--demo",
                "--home",
                home.toString(),
                "--port",
                String.valueOf(port)));
        if (wanted == Manner.ON_PAYARA_SERVER) {
            command.addAll(List.of("--payara-server", System.getProperty("lethe.payara-server")));
        }
        command.add(System.getProperty("lethe.ear"));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Map<String, String> environment = builder.environment();
        environment.put("LETHE_OWNER_EMAIL", OWNER_EMAIL);
        environment.put("LETHE_OWNER_PASSWORD", OWNER_PASSWORD);
        environment.put("LETHE_DRILL_FILE", drill.toString());
        environment.put("LETHE_VISITOR_MESSAGES_PER_MINUTE", "100000");
        environment.put("LETHE_VISITOR_MESSAGES_PER_MINUTE_PER_ADDRESS", "100000");
        environment.put("LETHE_VISITOR_REQUESTS_PER_MINUTE_PER_ADDRESS", "100000");
        environment.put("LETHE_VISITOR_CODES_PER_MINUTE_PER_ADDRESS", "100000");
        environment.put("LETHE_MAIL_HOST", "127.0.0.1");
        environment.put("LETHE_MAIL_PORT", String.valueOf(mail.port()));
        environment.put("LETHE_MAIL_SECURITY", "none");
        environment.put("LETHE_MAIL_FROM", "Lethe <privacy@example.org>");
        if (wanted == Manner.WITH_MODEL) {
            environment.put("LETHE_LLM_URL", model.url().toString());
            environment.put("LETHE_LLM_KEY", "stub-key");
            environment.put("LETHE_LLM_MODEL", "stub?ttft=20&tps=200");
            // A test's own recipient has neither TLS nor a public address.
            environment.put("LETHE_RECIPIENTS_ALLOWED_HOSTS", "127.0.0.1");
        }
        if (wanted == Manner.WITH_FAULTY_SEARCH) {
            environment.put("LETHE_OPENSEARCH_URL", faultySearch().proxy().url().toString());
            environment.put("LETHE_OPENSEARCH_WRITE_SECONDS", String.valueOf(FaultySearch.PATIENCE_SECONDS));
        }
        long before = Files.exists(log) ? Files.size(log) : 0;
        launcher = builder.start();
        await("Lethe", () -> {
            if (!process().isAlive()) {
                throw new IllegalStateException("The launcher ended, see " + log);
            }
            // Not as soon as it answers: what dies before the launcher took it for started is not started again.
            return hasSaid("Lethe is ready.", before) && answers(url().resolve("/visitor/sites/demo"));
        });
    }

    private boolean hasSaid(String sentence, long since) throws IOException {
        byte[] said = Files.readAllBytes(log);
        return new String(said, (int) since, said.length - (int) since, StandardCharsets.UTF_8).contains(sentence);
    }

    private Process process() {
        if (launcher == null) {
            throw new IllegalStateException("not started");
        }
        return launcher;
    }

    /** Kills one of the three servers as a power cut would; the launcher is to bring it back. */
    void kill(Server server) {
        ProcessHandle victim = process()
                .descendants()
                .filter(child -> child.info().commandLine().orElse("").contains(server.mark))
                .filter(child -> server != Server.POSTGRESQL
                        || child.info().command().orElse("").endsWith("postgres"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(server + " does not run"));
        victim.destroyForcibly();
        await(server + " to be gone", () -> !victim.isAlive());
    }

    /** Has the application end as by kill -9 when it gets to a named point of an erasure; the launcher is to bring it back. */
    void haltAt(String point) throws IOException {
        Path draft = drill.resolveSibling("drill.new");
        Files.writeString(draft, point);
        Files.move(draft, drill, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Whether the application got to the point and ended there. */
    boolean hasHalted() {
        return !Files.exists(drill);
    }

    /** Whether the application answers. */
    boolean answers() {
        try {
            return answers(url().resolve("/visitor/sites/demo"));
        } catch (IOException down) {
            return false;
        }
    }

    enum Server {
        POSTGRESQL("bin/postgres"),
        OPENSEARCH("opensearch"),
        PAYARA("payara");

        private final String mark;

        Server(String mark) {
            this.mark = mark;
        }
    }

    /** As a superuser, who sees the rows of every account. */
    Connection database(String name) throws SQLException, IOException {
        var secrets = new Properties();
        try (var in = Files.newBufferedReader(home.resolve("secrets.properties"))) {
            secrets.load(in);
        }
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + (port + POSTGRESQL_OFFSET) + "/" + name,
                "postgres",
                secrets.getProperty("postgresql.superuser"));
    }

    UUID subjectOf(UUID conversation) throws SQLException, IOException {
        try (var data = database("lethe");
                var query = data.prepareStatement("select subject_id from chat.conversation where id = ?")) {
            query.setObject(1, conversation);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getObject(1, UUID.class);
            }
        }
    }

    /** Tables of both databases with a row that names the subject, whatever the column; the log of who did what aside. */
    List<String> rowsAbout(UUID subject) throws SQLException, IOException {
        var found = Traces.of(this, subject.toString());
        found.remove("compliance.audit_event");
        return found;
    }

    void stop() {
        Process running = launcher;
        if (running == null) {
            return;
        }
        running.destroy();
        try {
            if (!running.waitFor(60, TimeUnit.SECONDS)) {
                running.descendants().forEach(ProcessHandle::destroyForcibly);
                running.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        launcher = null;
    }

    static void await(String what, Callable<Boolean> condition) {
        long end = System.nanoTime() + LONG.toNanos();
        Exception last = null;
        while (System.nanoTime() < end) {
            try {
                if (condition.call()) {
                    return;
                }
                Thread.sleep(200);
            } catch (IllegalStateException final_) {
                throw final_;
            } catch (Exception notYet) {
                last = notYet;
            }
        }
        throw new AssertionError("Waited " + LONG + " in vain for " + what, last);
    }

    private static boolean answers(URI uri) throws IOException {
        var connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setConnectTimeout(2000);
        connection.setReadTimeout(5000);
        connection.setRequestProperty("Sec-Fetch-Site", "same-origin");
        return connection.getResponseCode() == 200;
    }

    /** The first of a row of free ports. */
    private static int freePort() {
        for (int port = 21000; port < 29000; port += PORTS) {
            if (IntStream.range(port, port + PORTS).allMatch(RunningLethe::isFree)) {
                return port;
            }
        }
        throw new IllegalStateException("no row of free ports");
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
    }
}
