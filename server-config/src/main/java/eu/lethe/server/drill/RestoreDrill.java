package eu.lethe.server.drill;

import eu.lethe.server.postgres.Superuser;
import eu.lethe.server.supervision.Progress;
import eu.lethe.server.supervision.Refusal;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/**
 * Shows on this machine, with servers and data of its own, that a restored backup brings nobody back: a made-up visitor is forgotten,
 * a backup of the data from before is put back, and Lethe lets nobody in until the visitor is forgotten again.
 */
public final class RestoreDrill {

    private static final int PORTS = 5;
    private static final int GONE = 410;
    private static final int OK = 200;
    private static final long PATIENCE_MILLIS = 240_000;

    private final Path lethe;
    private final Path ear;
    private final Progress progress;
    private final int port = freePort();
    private final URI address = URI.create("http://localhost:" + port);
    private final URI page = URI.create("http://localhost:" + (port + 1));

    /** @param lethe this launcher's own file, which starts the servers of the drill */
    public RestoreDrill(Path lethe, Path ear, Progress progress) {
        this.lethe = lethe;
        this.ear = ear;
        this.progress = progress;
    }

    /** @throws Refusal with the step that failed */
    public void run() {
        try {
            Path home = Files.createTempDirectory("lethe-drill");
            Process servers = start(home);
            try {
                drill(home, servers);
                progress.line("The drill is passed.");
            } finally {
                servers.destroy();
                servers.waitFor();
                delete(home);
            }
        } catch (IOException | SQLException failed) {
            throw new Refusal("The drill could not be carried out: " + failed.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void drill(Path home, Process servers) throws IOException, SQLException, InterruptedException {
        await("Lethe to start", () -> answers(OK));
        var staying = Person.asking(address, page, "Where are messages stored?");
        var leaving = Person.asking(address, page, "What happens when I delete a conversation?");
        progress.line("Two visitors have asked a question");
        replace(home, "lethe_backup", "lethe", false);
        progress.line("A backup of the data is taken");
        UUID certificate = leaving.beForgotten();
        await(
                "the certificate",
                () -> count(
                                home,
                                "select count(*) from compliance.erasure_certificate where id = '" + certificate + "'")
                        == 1);
        progress.line("One of them is forgotten, with certificate " + certificate);
        replace(home, "lethe", "lethe_backup", true);
        require("the backup to bring the rows back", rows(home, leaving) > 0);
        progress.line("The backup is restored: " + rows(home, leaving) + " rows of the forgotten visitor are back");
        servers.descendants()
                .filter(child -> child.info().commandLine().orElse("").contains("payara"))
                .forEach(ProcessHandle::destroyForcibly);
        await("nobody to be let in", () -> leaving.transcriptStatus() != OK);
        await("Lethe to open", () -> staying.transcriptStatus() == OK);
        require("the forgotten visitor to stay forgotten", leaving.transcriptStatus() == GONE);
        require("their rows to be gone again", rows(home, leaving) == 0);
        progress.line("Lethe opened after the erasure was done again; the other visitor's conversation is still there");
    }

    private Process start(Path home) throws IOException {
        progress.line("Starting servers for the drill on port " + port + ", with data in " + home);
        var command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                lethe.toString(),
                "--demo",
                "--home",
                home.toString(),
                "--port",
                String.valueOf(port),
                ear.toString());
        // The drill's own databases, whatever this machine is configured for.
        command.environment().keySet().removeIf(name -> name.startsWith("LETHE_"));
        return command.redirectErrorStream(true)
                .redirectOutput(home.resolve("drill.log").toFile())
                .start();
    }

    /** Puts a copy of one database in the place of another. */
    private void replace(Path home, String target, String source, boolean away) throws SQLException, IOException {
        try (var admin = Superuser.connect(home, port + 2, "postgres");
                var statement = admin.createStatement()) {
            for (String sql : List.of(
                    "alter database lethe allow_connections false",
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'lethe'",
                    away ? "drop database " + target + " with (force)" : "select 1",
                    "create database " + target + " template " + source + " owner lethe_owner",
                    "alter database lethe allow_connections true")) {
                statement.execute(sql);
            }
        }
    }

    private long rows(Path home, Person person) throws SQLException, IOException {
        return count(home, "select count(*) from chat.message where conversation_id = '" + person.conversation() + "'");
    }

    private long count(Path home, String sql) throws SQLException, IOException {
        try (var data = Superuser.connect(home, port + 2, "lethe");
                var query = data.createStatement();
                var row = query.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private boolean answers(int status) throws InterruptedException {
        try {
            return Person.asking(address, page, "Hello") != null && status == OK;
        } catch (IOException | IllegalStateException notYet) {
            return false;
        }
    }

    private static void await(String what, Callable<Boolean> condition) throws InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (System.currentTimeMillis() < end) {
            if (holds(condition)) {
                return;
            }
            Thread.sleep(500);
        }
        throw new Refusal("The drill failed: waited in vain for " + what + ".");
    }

    private static boolean holds(Callable<Boolean> condition) throws InterruptedException {
        try {
            return condition.call();
        } catch (InterruptedException interrupted) {
            throw interrupted;
        } catch (Exception notYet) {
            return false;
        }
    }

    private static void require(String what, boolean holds) {
        if (!holds) {
            throw new Refusal("The drill failed: expected " + what + ".");
        }
    }

    private static int freePort() {
        return IntStream.iterate(31000, port -> port < 39000, port -> port + PORTS)
                .filter(port -> IntStream.range(port, port + PORTS).allMatch(RestoreDrill::isFree))
                .findFirst()
                .orElseThrow(() -> new Refusal("There is no row of free ports for the drill."));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
