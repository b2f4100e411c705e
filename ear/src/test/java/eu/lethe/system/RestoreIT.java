package eu.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A backup of the data from before an erasure is restored: what it holds of the person cannot be read, and goes again. */
@Order(67)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestoreIT {

    private static final int NOBODY_THERE = 0;
    private static final UUID DOCUMENT_THAT_IS_GONE = UUID.randomUUID();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private RunningLethe lethe;
    private FaultySearch search;

    @BeforeAll
    void start() throws IOException {
        lethe = RunningLethe.withFaultySearch();
        search = lethe.faultySearch();
    }

    @Test
    void i8_i9_aRestoredBackupBringsNobodyBack() throws Exception {
        search.turn(lethe, true);
        var staying = search.indexed(lethe, "Where are messages stored?");
        var leaving = search.indexed(lethe, "What is an origin?");
        UUID person = lethe.subjectOf(leaving.conversation());
        UUID whoStays = lethe.subjectOf(staying.conversation());
        var program = Program.ofTheDemo(lethe);
        long before = restoresThatEnded();

        copy("lethe", "lethe_backup");
        leaveWorkBehind("lethe_backup");
        Forgetting.of(lethe, leaving).awaitCertificate();
        Set<String> indices = search.transcriptIndices();

        lethe.kill(RunningLethe.Server.PAYARA);
        replace("lethe", "lethe_backup");
        var seen = statusesUntilOpen("/visitor/sites/demo/conversations/" + leaving.conversation(), leaving);
        assertBroughtBackUnreadable(person);
        try (var holdUp = lethe.database("lethe")) {
            holdUpDeletion(holdUp, person);
            awaitRestoring();
            assertNobodyGetsIn(leaving, program);
            Thread.sleep(3000);
            assertThat(workLeft()).as("an entry of the outbox, untouched").isEqualTo(1);

            lethe.kill(RunningLethe.Server.PAYARA);
            awaitRestoring();
            assertNobodyGetsIn(staying, program);
            assertThat(workLeft()).as("after another crash").isEqualTo(1);
            assertThat(search.transcriptIndices()).isEqualTo(indices);
            holdUp.rollback();
        }

        RunningLethe.await("the server to be open", lethe::answers);
        var forgetting = Forgetting.of(lethe, person);
        assertThat(forgetting.state()).as("before anybody got in").isIn("CERTIFIED", "CLOSED");
        assertThat(forgetting.left()).isEmpty();
        assertThat(leaving.get("/visitor/sites/demo/conversations/" + leaving.conversation())
                        .status())
                .isEqualTo(410);
        assertThat(staying.get("/visitor/sites/demo/conversations/" + staying.conversation())
                        .status())
                .as("whoever was in the backup and not forgotten")
                .isEqualTo(200);
        assertThat(seen.get()).as("what anybody saw meanwhile").isSubsetOf(NOBODY_THERE, 404, 410, 503);

        RunningLethe.await("the work to be done", () -> workLeft() == 0);
        RunningLethe.await("the index to be made again", () -> search.documentsAbout(whoStays) == 2);
        assertThat(search.documentsAbout(person)).isZero();
        assertThat(search.transcriptIndices()).doesNotContainAnyElementsOf(indices);
        assertThat(restoresThatEnded()).isEqualTo(before + 1);
    }

    private long restoresThatEnded() throws SQLException, IOException {
        return Sql.number(lethe, "select count(*) from compliance.restore where ended_at is not null");
    }

    private void leaveWorkBehind(String database) throws SQLException, IOException {
        try (var data = lethe.database(database)) {
            run(
                    data,
                    "insert into compliance.outbox (id, account_id, topic, entity_id, next_at, created_at) select '"
                            + DOCUMENT_THAT_IS_GONE
                            + "', account_id, 'index-remove-document', gen_random_uuid(), now(),"
                            + " now() from chat.site where public_key = 'demo'");
        }
    }

    private long workLeft() throws SQLException, IOException {
        return Sql.number(
                lethe,
                "select count(*) from compliance.outbox where id = '" + DOCUMENT_THAT_IS_GONE
                        + "' and attempts = 0 and last_error is null");
    }

    private void assertBroughtBackUnreadable(UUID person) throws SQLException, IOException {
        assertThat(Sql.number(lethe, "select count(*) from chat.message where subject_id = '" + person + "'"))
                .as("rows that the backup brought back")
                .isPositive();
        assertThat(Sql.number(
                        lethe,
                        "lethe_vault",
                        "select count(*) from vault.subject_key where subject_id = '" + person + "'"))
                .as("keys to read them with")
                .isZero();
    }

    private static void holdUpDeletion(Connection data, UUID person) throws SQLException {
        data.setAutoCommit(false);
        run(data, "select 1 from chat.message where subject_id = '" + person + "' for update");
    }

    private void awaitRestoring() {
        RunningLethe.await("the replay to be under way", () -> {
            String health = body("/health/ready");
            return health.contains("\"state\":\"RESTORING\"")
                    && health.contains("\"erasures\":\"1\"")
                    && health.contains("\"done\":\"0\"");
        });
        // Health answers before the web applications are there, which takes a while.
        RunningLethe.await(
                "the doors", () -> status(request("/widget/lethe.js")) == 503 && status(request("/dashboard/")) == 503);
    }

    private void assertNobodyGetsIn(VisitorClient visitor, Program program) throws Exception {
        assertThat(visitor.get("/visitor/sites/demo/conversations/" + visitor.conversation())
                        .body())
                .contains("urn:lethe:problem:restoring");
        assertThat(program.get("requests").status()).isEqualTo(503);
        for (String path : Set.of("/dashboard/", "/widget/lethe.js", "/certificates/key", "/api/v1/requests")) {
            assertThat(status(request(path))).as(path).isEqualTo(503);
        }
    }

    /** What somebody is told who asks all the time, from before the server is up until it lets people in. */
    private CompletableFuture<Set<Integer>> statusesUntilOpen(String path, VisitorClient visitor) {
        return CompletableFuture.supplyAsync(() -> {
            var seen = new TreeSet<Integer>();
            while (!seen.contains(200) && !seen.contains(410)) {
                try {
                    Thread.sleep(50);
                    seen.add(status(visitor.get(path)));
                } catch (RuntimeException down) {
                    seen.add(NOBODY_THERE);
                } catch (InterruptedException stopped) {
                    return seen;
                }
            }
            return seen;
        });
    }

    // While it deploys a web application, Payara answers for it, with nothing but the number: no filter of ours is
    // asked yet.
    private static int status(VisitorClient.Exchange answer) {
        boolean payaraItself = answer.status() == 500 && answer.body().isEmpty();
        return payaraItself ? NOBODY_THERE : answer.status();
    }

    private String body(String path) throws Exception {
        return http.send(request(path), HttpResponse.BodyHandlers.ofString()).body();
    }

    private int status(HttpRequest request) throws Exception {
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private HttpRequest request(String path) {
        URI uri = lethe.url().resolve(path);
        return HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20)).build();
    }

    private void copy(String database, String copy) throws SQLException, IOException {
        try (var admin = lethe.database("postgres")) {
            empty(admin, database);
            run(admin, "create database " + copy + " template " + database);
            run(admin, "alter database " + database + " allow_connections true");
        }
    }

    private void replace(String database, String copy) throws SQLException, IOException {
        try (var admin = lethe.database("postgres")) {
            String owner =
                    text(admin, "select pg_get_userbyid(datdba) from pg_database where datname = '" + database + "'");
            empty(admin, database);
            run(admin, "drop database " + database + " with (force)");
            run(admin, "alter database " + copy + " rename to " + database);
            run(admin, "alter database " + database + " owner to " + owner);
        }
    }

    private static void empty(Connection admin, String database) throws SQLException {
        run(admin, "alter database " + database + " allow_connections false");
        run(admin, "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + database + "'");
    }

    private static void run(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
