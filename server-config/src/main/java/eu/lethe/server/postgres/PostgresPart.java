package eu.lethe.server.postgres;

import eu.lethe.server.supervision.Home;
import eu.lethe.server.supervision.Part;
import eu.lethe.server.supervision.Ports;
import eu.lethe.server.supervision.Refusal;
import eu.lethe.server.supervision.Secrets;
import eu.lethe.server.supervision.Tools;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL server of our own in the home folder. */
public final class PostgresPart implements Part {

    private static final String VERSION = "18";
    static final String SUPERUSER = "postgres";
    private static final long INITDB_MINUTES = 5;

    private final Home home;
    private final Path folder;
    private final Path data;
    private final Path programs;
    private final String password;
    private final int port;
    private final Disguise disguise;

    public PostgresPart(Home home, Secrets secrets, int port) {
        Binaries.requirePlatform();
        this.home = home;
        this.folder = home.root().resolve("postgresql");
        this.data = folder.resolve("data");
        this.programs = folder.resolve("programs-" + VERSION);
        this.password = secrets.of("postgresql.superuser");
        this.port = port;
        this.disguise = Disguise.needed();
    }

    public String url(String database) {
        return "jdbc:postgresql://" + Ports.LOOPBACK + ":" + port + "/" + database;
    }

    String password() {
        return password;
    }

    Connection administer(String database) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", SUPERUSER);
        login.setProperty("password", password);
        login.setProperty("connectTimeout", "5");
        login.setProperty("loginTimeout", "5");
        return DriverManager.getConnection(url(database), login);
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public String shortName() {
        return "postgresql";
    }

    @Override
    public Path mark() {
        return data;
    }

    @Override
    public void prepare() throws IOException {
        Files.createDirectories(folder);
        Binaries.unpack(programs);
        if (Files.exists(data.resolve("PG_VERSION"))) {
            requireSameVersion();
            return;
        }
        Path half = folder.resolve("data.new");
        Home.deleteTree(half);
        Files.createDirectories(half);
        Path passwordFile = folder.resolve("password");
        Home.writePrivately(passwordFile, password);
        disguise.own(folder);
        initdb(half, passwordFile);
        Files.delete(passwordFile);
        Files.move(half, data); // so that a folder named data is always a whole one
    }

    private void requireSameVersion() throws IOException {
        String version = Files.readString(data.resolve("PG_VERSION")).strip();
        if (!version.equals(VERSION)) {
            throw new Refusal("The data in " + data + " is PostgreSQL " + version + "'s and Lethe brings " + VERSION
                    + ": export it with that version, or use another --home.");
        }
    }

    private void initdb(Path target, Path passwordFile) throws IOException {
        File log = home.log(shortName()).toFile();
        List<String> command = List.of(
                program("initdb"),
                "-D",
                target.toString(),
                "-U",
                SUPERUSER,
                "-E",
                "UTF8",
                "--locale-provider=icu",
                "--icu-locale=und",
                "--locale=C.UTF-8",
                "--auth-local=scram-sha-256",
                "--auth-host=scram-sha-256",
                "--pwfile=" + passwordFile,
                "--data-checksums");
        Process process = new ProcessBuilder(disguise.wrap(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        try {
            if (!process.waitFor(INITDB_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new Refusal("PostgreSQL could not make its data folder; its log says why: " + log + ".");
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    @Override
    public List<String> command() {
        return disguise.wrap(List.of(
                program("postgres"),
                "-D",
                data.toString(),
                "-p",
                Integer.toString(port),
                "-k",
                "",
                "-c",
                "listen_addresses=" + Ports.LOOPBACK,
                "-c",
                "max_prepared_transactions=64",
                "-c",
                "max_connections=100",
                "-c",
                "timezone=UTC"));
    }

    @Override
    public Map<String, String> environment() {
        return Map.of();
    }

    @Override
    public boolean endsWithItsInput() {
        return false;
    }

    @Override
    public boolean ready() {
        try (Connection connection = administer("postgres")) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(3); // a crash is recovered from before the first connection
    }

    /** After a kill -9 of the server its last sessions can hold the shared memory for a moment. */
    @Override
    public int retries() {
        return 8;
    }

    @Override
    public void askToStop(ProcessHandle process) {
        Tools.signal("INT", process.pid());
    }

    private String program(String name) {
        return programs.resolve("bin").resolve(name).toString();
    }
}
