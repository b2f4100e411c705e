package eu.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two nodes on the same stores: what one has fenced the other does not show any more, and what one began while it froze the other
 * ends, once. Starts a second application server, so it is not for every day:
 * {@code ./mvnw verify -pl ear -am -Pfaults -Dit.test=TwoNodesIT -Dfailsafe.failIfNoSpecifiedTests=false}.
 */
@Order(83)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIfSystemProperty(named = "lethe.all-faults", matches = "true")
class TwoNodesIT {

    private static final int PATIENCE_SECONDS = 10;

    private RunningLethe lethe;
    private SecondNode second;

    @BeforeAll
    void start() throws IOException {
        lethe = RunningLethe.withModel();
        second = SecondNode.beside(lethe);
    }

    @AfterAll
    void stop() {
        second.close();
    }

    @Test
    void i1_i10_noNodeShowsWhomTheOtherOneFenced() throws Exception {
        var there = new VisitorClient(second.url(), lethe.origin());
        UUID answer =
                UUID.fromString(there.ask("Where are messages stored?").turn().getString("answer"));
        var program = Program.ofTheDemo(lethe).at(second.url());
        UUID person = lethe.subjectOf(there.conversation());
        String own = "/visitor/sites/demo/conversations/" + there.conversation();
        assertThat(there.get(own).status()).isEqualTo(200);
        assertThat(program.get("conversations").text())
                .contains(there.conversation().toString());
        assertThat(program.get("subjects/" + person).status()).isEqualTo(200);
        assertThat(there.resume(answer, answer + ":0").status()).isEqualTo(200);

        Forgetting.of(lethe, there.at(lethe.url()));

        // What is read from the database is gone with the answer; what is remembered, a moment later.
        assertThat(there.get(own).status()).isEqualTo(410);
        assertThat(program.get("conversations/" + there.conversation()).status())
                .isEqualTo(404);
        assertThat(program.get("conversations").text())
                .doesNotContain(there.conversation().toString());
        assertThat(program.get("subjects/" + person).status()).isEqualTo(404);
        assertThat(there.ask("And now?").problem().getString("type")).endsWith("subject-gone");
        long fenced = System.nanoTime();
        RunningLethe.await(
                "the answer to be dropped",
                () -> there.resume(answer, answer + ":0").status() != 200);
        System.out.printf("The other node dropped the answer %d ms after the fence%n", millisSince(fenced));
    }

    @Test
    void i1_aStreamOnTheOtherNodeEndsAndSaysWhy() throws Exception {
        var there = new VisitorClient(second.url(), lethe.origin());
        there.ask("Where are messages stored?");
        var here = there.at(lethe.url());
        lethe.model().insistOn("stub?tps=2&tokens=1000");
        try {
            var stream = CompletableFuture.supplyAsync(() -> there.ask("Where are the keys kept?"));
            RunningLethe.await(
                    "the answer to begin", () -> lethe.model().stats().active() > 0);

            Forgetting.of(lethe, here);
            long fenced = System.nanoTime();

            var exchange = stream.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            System.out.printf("The stream on the other node ended %d ms after the fence%n", millisSince(fenced));
            assertThat(exchange.done().getString("state")).isEqualTo("INTERRUPTED");
            assertThat(exchange.done().getString("problem")).isEqualTo("subject-gone");
            RunningLethe.await(
                    "the call to the model to end", () -> lethe.model().stats().active() == 0);
        } finally {
            lethe.model().insistOn(null);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"deleting-conversations", "purging", "certifying"})
    void i7_aFrozenWorkerWritesNothingOnceTheOtherNodeTookOver(String point) throws Exception {
        var visitor = new VisitorClient(lethe);
        visitor.ask("Where are messages stored?");
        Forgetting erasure;
        UUID job;
        lethe.pauseAt(point);
        Frozen worker;
        try (var other = second.freeze()) {
            erasure = Forgetting.of(lethe, visitor);
            job = job(erasure.subject());
            RunningLethe.await("the worker to get to " + point, lethe::isPaused);
            worker = lethe.freeze();
        }
        String ended;
        try (worker) {
            erasure.awaitCertificate();
            ended = ledger(job);
        }
        lethe.goOn();

        RunningLethe.await(
                "the worker to notice",
                () -> Files.readString(lethe.log()).contains("Erasure " + job + " was taken over by another worker"));
        assertThat(ledger(job)).isEqualTo(ended).endsWith("certified 1");
        assertThat(erasure.left()).isEmpty();
    }

    /** Everything the ledger says of an erasure, in one text. */
    private String ledger(UUID job) throws SQLException, IOException {
        try (var data = lethe.database("lethe");
                var query = data.prepareStatement("select j::text || (select string_agg(s::text, '' order by store,"
                        + " action) from compliance.erasure_step s where s.job_id = j.id)"
                        + " || (select string_agg(c::text, '') from compliance.erasure_certificate c where c.job_id = j.id)"
                        + " || ' certified ' || (select count(*) from compliance.audit_event a where a.object_id = j.id"
                        + " and action = 'ERASURE_CERTIFIED') from compliance.erasure_job j where id = ?")) {
            query.setObject(1, job);
            var row = query.executeQuery();
            row.next();
            return row.getString(1);
        }
    }

    private UUID job(UUID person) throws SQLException, IOException {
        try (var data = lethe.database("lethe");
                var query = data.prepareStatement("select id from compliance.erasure_job where subject_id = ?")) {
            query.setObject(1, person);
            var row = query.executeQuery();
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }
}
