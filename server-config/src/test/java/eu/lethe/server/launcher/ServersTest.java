package eu.lethe.server.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.server.postgres.Database;
import eu.lethe.server.postgres.Databases;
import eu.lethe.server.postgres.Migrations;
import eu.lethe.server.postgres.PostgresPart;
import eu.lethe.server.supervision.Child;
import eu.lethe.server.supervision.Home;
import eu.lethe.server.supervision.Part;
import eu.lethe.server.supervision.Ports;
import eu.lethe.server.supervision.Progress;
import eu.lethe.server.supervision.Secrets;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real servers, started from what the build put together, killed, and back by themselves. */
@Tag("servers")
class ServersTest {

    private static final Duration LONG = Duration.ofMinutes(4);
    private static final int FIRST_PORT = 18160;

    @TempDir
    Path folder;

    private Home home = new Home(Path.of("."));
    private Optional<Child> running = Optional.empty();

    @BeforeEach
    void home() {
        home = Home.at(folder.toString());
    }

    @AfterEach
    void stop() {
        running.ifPresent(Child::stop);
    }

    @Test
    void postgresqlComesBackFromAKillWithWhatWasCommitted() throws Exception {
        Secrets secrets = new Secrets(home.root());
        PostgresPart part = new PostgresPart(home, secrets, Ports.freeFrom(FIRST_PORT));
        Child child = start(part);
        Databases databases = new Databases(part, secrets);
        databases.prepare();
        Migrations.run(databases.main(), databases.vault());
        asOwner(
                databases.main(),
                "create table compliance.killed (what text); insert into compliance.killed values ('kept')");
        Migrations.run(databases.main(), databases.vault()); // the grants are given again, for the new table, too

        kill(child, part);

        assertThat(asApplication(databases.main(), "select what from compliance.killed"))
                .isEqualTo("kept");
        assertThat(Files.getPosixFilePermissions(folder.resolve("secrets.properties")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void opensearchComesBackFromAKillWithItsIndexes() throws Exception {
        Installation installation = new Installation(Path.of("target", "lethe").toAbsolutePath());
        int port = Ports.freeFrom(FIRST_PORT);
        OpenSearchPart part = new OpenSearchPart(installation, home, port, Ports.freeFrom(port + 1), "256m");
        Child child = start(part);
        assertThat(Http.get(part.url() + "/_cat/plugins?h=component", 10_000, Optional.empty())
                        .body())
                .contains("opensearch-knn")
                .contains("neural-search");

        put(part.url() + "/kept", "{}");
        put(part.url() + "/kept/_doc/1", "{\"what\": \"kept\"}");

        kill(child, part);

        assertThat(Http.get(part.url() + "/kept/_doc/1", 10_000, Optional.empty())
                        .body())
                .contains("\"_source\":{\"what\": \"kept\"}");
    }

    private static void put(String url, String json) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.discarding())
                        .statusCode())
                .isBetween(200, 201);
    }

    private Child start(Part part) {
        Child child = new Child(part, home, new Progress(new PrintStream(OutputStream.nullOutputStream())));
        running = Optional.of(child);
        child.start();
        return child;
    }

    private static void kill(Child child, Part part) throws InterruptedException {
        long victim = child.pid();
        ProcessHandle.of(victim).orElseThrow().destroyForcibly();
        long end = System.nanoTime() + LONG.toNanos();
        while (System.nanoTime() < end && !(child.pid() != victim && part.ready())) {
            Thread.sleep(100);
        }
        assertThat(child.pid()).isNotEqualTo(victim);
        assertThat(part.ready()).isTrue();
    }

    private static void asOwner(Database database, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.url(), database.ownerUser(), database.ownerPassword());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String asApplication(Database database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }
}
