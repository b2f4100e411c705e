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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Lethe as somebody starts it who has just built it: the launcher in demo mode on an empty home, three real servers. */
final class RunningLethe {

    static final String OWNER_EMAIL = "owner@example.org";
    static final String OWNER_PASSWORD = "correct horse battery staple";
    static final Duration LONG = Duration.ofMinutes(3);

    /** Shorter than the application takes to start, so that a killed worker's erasures wait for nothing else. */
    static final Duration LEASE = Duration.ofSeconds(10);

    // Lethe's port, the demo's, then the stores'.
    private static final int POSTGRESQL_OFFSET = 2;
    private static final int PORTS = 5;

    private static final Pattern DRILL_POINT = Pattern.compile("Drill: passing (\\S+)");

    private static @Nullable RunningLethe instance;

    private final Path home = Path.of(System.getProperty("lethe.test-home"), "home");
    private final Path launcherLog = Path.of(System.getProperty("lethe.test-home"), "launcher.log");
    private final Path drill = Path.of(System.getProperty("lethe.test-home"), "drill");
    private final int port = freePort();
    private final StubModel model;
    private final PostOffice mail = new PostOffice();
    private @Nullable Process launcher;
    private @Nullable FaultySearch search;
    private Manner manner = Manner.EXTRACTING;
    private Duration ahead = Duration.ZERO;

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
            } else if (instance.manner != manner || !instance.ahead.isZero()) {
                instance.stop();
                instance.ahead = Duration.ZERO;
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
        List<String> command = launcher(home, port);
        command.add("--demo");
        if (wanted == Manner.ON_PAYARA_SERVER) {
            command.addAll(List.of("--payara-server", System.getProperty("lethe.payara-server")));
        }
        command.add(System.getProperty("lethe.ear"));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(launcherLog.toFile()));
        Map<String, String> environment = builder.environment();
        environment.put("LETHE_OWNER_EMAIL", OWNER_EMAIL);
        environment.put("LETHE_OWNER_PASSWORD", OWNER_PASSWORD);
        environment.put("LETHE_DRILL_FILE", drill.toString());
        environment.put("LETHE_ERASURE_LEASE", LEASE.toString());
        environment.put("LETHE_CLOCK_OFFSET", ahead.toString());
        environment.put("LETHE_VISITOR_MESSAGES_PER_MINUTE", "100000");
        environment.put("LETHE_VISITOR_MESSAGES_PER_MINUTE_PER_ADDRESS", "100000");
        environment.put("LETHE_VISITOR_REQUESTS_PER_MINUTE_PER_ADDRESS", "100000");
        environment.put("LETHE_VISITOR_CODES_PER_MINUTE_PER_ADDRESS", "100000");
        environment.put("LETHE_VISITOR_CODE_REQUESTS_PER_HOUR_PER_ADDRESS", "100000");
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
        long before = Files.exists(launcherLog) ? Files.size(launcherLog) : 0;
        launcher = builder.start();
        await("Lethe", () -> {
            if (!process().isAlive()) {
                throw new IllegalStateException("The launcher ended, see " + launcherLog);
            }
            // Not as soon as it answers: what dies before the launcher took it for started is not started again.
            return hasSaid("Lethe is ready.", before) && answers(url().resolve("/visitor/sites/demo"));
        });
    }

    /** Starts everything anew with the application's clock ahead of the machine's; behind it, if that is negative. */
    void moveClock(Duration wanted) throws IOException {
        stop();
        ahead = wanted;
        start(manner);
    }

    Duration clockAhead() {
        return ahead;
    }

    /** The command that starts a launcher, to be completed. */
    static List<String> launcher(Path home, int port) {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Path.of(System.getProperty("lethe.dist"), "lethe.jar").toString(),
                "--home",
                home.toString(),
                "--port",
                String.valueOf(port)));
    }

    private boolean hasSaid(String sentence, long since) throws IOException {
        byte[] said = Files.readAllBytes(launcherLog);
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
        ProcessHandle victim = server.in(process());
        victim.destroyForcibly();
        await(server + " to be gone", () -> !victim.isAlive());
    }

    /** The application's process, to be frozen and thawed. */
    Frozen freeze() throws IOException {
        return Frozen.now(Server.PAYARA.in(process()));
    }

    /** Has the application end as by kill -9 when it gets to a named point of an erasure; the launcher is to bring it back. */
    void haltAt(String point) throws IOException {
        drill(point);
    }

    /** Has an erasure wait at a named point until {@link #goOn}. */
    void pauseAt(String point) throws IOException {
        drill("pause " + point);
    }

    /** Whether an erasure waits at a named point. */
    boolean isPaused() throws IOException {
        return Files.exists(drill) && Files.readString(drill).startsWith("paused ");
    }

    void goOn() throws IOException {
        Files.delete(drill);
    }

    private void drill(String point) throws IOException {
        Path draft = drill.resolveSibling("drill.new");
        Files.writeString(draft, point);
        Files.move(draft, drill, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Whether the application got to the point and ended there. */
    boolean hasHalted() {
        return !Files.exists(drill);
    }

    /** The points of erasures that the application passed since it was started. */
    Set<String> drillPointsPassed() throws IOException {
        try (var lines = Files.lines(log())) {
            return lines.map(DRILL_POINT::matcher)
                    .filter(Matcher::find)
                    .map(found -> found.group(1))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
    }

    /** What the application logs. */
    Path log() {
        return home.resolve("logs").resolve("payara.log");
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

        /** This server of a launcher. */
        ProcessHandle in(Process launcher) {
            return launcher.descendants()
                    .filter(child -> child.info().commandLine().orElse("").contains(mark))
                    .filter(child -> this != POSTGRESQL
                            || child.info().command().orElse("").endsWith("postgres"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(this + " does not run"));
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
        if (running != null) {
            stop(running);
            launcher = null;
        }
    }

    static void stop(Process running) {
        running.destroy();
        try {
            if (!running.waitFor(60, TimeUnit.SECONDS)) {
                running.descendants().forEach(ProcessHandle::destroyForcibly);
                running.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    static void await(String what, Callable<Boolean> condition) {
        await(what, LONG, condition);
    }

    static void await(String what, Duration patience, Callable<Boolean> condition) {
        long end = System.nanoTime() + patience.toNanos();
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
        throw new AssertionError("Waited " + patience + " in vain for " + what, last);
    }

    static boolean answers(URI uri) throws IOException {
        var connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setConnectTimeout(2000);
        connection.setReadTimeout(5000);
        connection.setRequestProperty("Sec-Fetch-Site", "same-origin");
        return connection.getResponseCode() == 200;
    }

    /** The first of a row of free ports. */
    static int freePort() {
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

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
    }
}
