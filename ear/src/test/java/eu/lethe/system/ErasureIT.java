package eu.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.system.VisitorClient.Exchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A visitor asks to be forgotten, and is: at once for everybody who reads, then in every store, then with proof. */
@Order(25)
class ErasureIT {

    private static final int WRITERS = 8;

    private final RunningLethe lethe = RunningLethe.withoutModel();

    @Test
    void i1_showsNothingFromTheMomentOfTheAnswerOn() throws Exception {
        var visitor = new VisitorClient(lethe);
        UUID answer =
                UUID.fromString(visitor.ask("Where are messages stored?").turn().getString("answer"));
        String own = "/visitor/sites/demo/conversations/" + visitor.conversation();
        assertThat(visitor.get(own).status()).isEqualTo(200);

        Forgetting.of(lethe, visitor);

        assertThat(visitor.get(own).status()).isEqualTo(410);
        assertThat(visitor.resume(answer, answer + ":0").status()).isIn(404, 410);
        assertThat(visitor.ask("And now?").problem().getString("type")).endsWith("subject-gone");
        assertThat(visitor.post("/visitor/sites/demo/messages/" + answer + "/rating", "{\"helpful\":true}")
                        .status())
                .isEqualTo(410);
        assertThat(Forgetting.ask(visitor).status())
                .as("asking to be forgotten once more")
                .isEqualTo(410);
    }

    @Test
    void i2_bringsNobodyBackHoweverManyWriteAtOnce() throws Exception {
        int people = Boolean.getBoolean("lethe.all-faults") ? 400 : 12;
        var visitors = new ArrayList<VisitorClient>();
        for (int i = 0; i < people; i++) {
            var visitor = new VisitorClient(lethe);
            visitor.ask("What is an origin?");
            visitors.add(visitor);
        }
        var erased = new AtomicInteger();
        var refused = new AtomicInteger();
        var writers = Executors.newFixedThreadPool(WRITERS);
        try {
            var writing = IntStream.range(0, WRITERS)
                    .mapToObj(i -> writers.submit(writeToWhoeverIsNext(visitors, erased, refused)))
                    .toList();
            var erasures = new ArrayList<Forgetting>();
            for (VisitorClient visitor : visitors) {
                erasures.add(Forgetting.of(lethe, visitor));
                erased.incrementAndGet();
            }
            for (var writer : writing) {
                writer.get();
            }
            for (Forgetting erasure : erasures) {
                assertThat(erasure.awaitCertificate().left()).isEmpty();
            }
        } finally {
            writers.shutdownNow();
        }
        assertThat(refused.get()).isPositive();
    }

    // Everybody writes to the same person, who is the next to be forgotten.
    private static Callable<Void> writeToWhoeverIsNext(
            List<VisitorClient> visitors, AtomicInteger erased, AtomicInteger refused) {
        return () -> {
            for (int next = 0; next < visitors.size(); next = erased.get()) {
                Exchange exchange = visitors.get(next).copy().ask("Where are messages stored?");
                assertThat(exchange.status()).as(exchange.body()).isIn(200, 410);
                if (exchange.status() == 410) {
                    refused.incrementAndGet();
                }
            }
            return null;
        };
    }

    @Test
    void i11_i20_leavesNoWordInAnyTableLogCertificateOrFile() throws Exception {
        String canary = "kanarienvogel" + System.nanoTime();
        var visitor = new VisitorClient(lethe);
        visitor.ask("My address is " + canary + "@example.org. Where are messages stored?");

        var erasure = Forgetting.of(lethe, visitor).awaitCertificate();

        assertThat(erasure.left()).isEmpty();
        assertThat(Traces.of(lethe, canary)).isEmpty();
        assertThat(Traces.of(lethe, erasure.receiptCode()))
                .as("the code is the person's alone")
                .isEmpty();
        assertThat(filesWith(canary)).isEmpty();
    }

    @Test
    void waitsWithThePurgeForWhoeverMightStillSeeTheRows() throws Exception {
        var visitor = new VisitorClient(lethe);
        visitor.ask("Where are messages stored?");
        try (var reader = lethe.database("lethe")) {
            look(reader);

            var erasure = Forgetting.of(lethe, visitor);
            RunningLethe.await("the purge to be due", () -> "RECIPIENTS_TOLD".equals(erasure.state()));
            Thread.sleep(2500);
            assertThat(erasure.state()).as("with an older snapshot in use").isEqualTo("RECIPIENTS_TOLD");

            reader.rollback();
            assertThat(erasure.awaitCertificate().left()).isEmpty();
        }
    }

    // As a backup does: a transaction that only reads has no id by which the others would know of it.
    private static void look(Connection reader) throws SQLException {
        reader.setAutoCommit(false);
        reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        reader.createStatement().execute("select count(*) from chat.message");
    }

    @Test
    void i7_refusesAWorkerWhoseLeaseWasTakenOver() throws Exception {
        var visitor = new VisitorClient(lethe);
        visitor.ask("Where are messages stored?");
        UUID subject = lethe.subjectOf(visitor.conversation());
        try (var other = lethe.database("lethe");
                var reader = lethe.database("lethe")) {
            // The worker is kept waiting with the purge while another one takes the erasure over.
            look(reader);
            var erasure = Forgetting.of(lethe, visitor);
            RunningLethe.await("the purge to be due", () -> "RECIPIENTS_TOLD".equals(erasure.state()));
            try (var takeOver =
                    other.prepareStatement("update compliance.erasure_job set lease_token = lease_token + 1,"
                            + " lease_until = now() + interval '4 seconds' where subject_id = ?")) {
                takeOver.setObject(1, subject);
                takeOver.executeUpdate();
            }
            reader.rollback();
            Thread.sleep(2500);
            assertThat(erasure.state()).as("while another worker has it").isEqualTo("RECIPIENTS_TOLD");
            assertThat(erasure.awaitCertificate().left()).isEmpty();
        }
    }

    // A phase, and what is done in it and after it.
    private static final Map<String, String> REPEATED = Map.of(
            "FENCED", "'DELETE', 'TELL', 'PURGE', 'VERIFY'",
            "MIRRORED", "'DELETE', 'TELL', 'PURGE', 'VERIFY'",
            "LOCAL_DELETED", "'DELETE', 'TELL', 'PURGE', 'VERIFY'",
            "INDEX_DELETED", "'TELL', 'PURGE', 'VERIFY'",
            "RECIPIENTS_TOLD", "'PURGE', 'VERIFY'",
            "PURGED", "'VERIFY'",
            "VERIFIED", "''");

    @Test
    void i4_countsTheSameHoweverOftenAStepIsRepeated() throws Exception {
        var visitor = new VisitorClient(lethe);
        visitor.ask("Where are messages stored?");
        var erasure = Forgetting.of(lethe, visitor).awaitCertificate();
        List<String> counted = erasure.counts();
        var again = new ArrayList<>(List.of("PURGED", "FENCED", "LOCAL_DELETED"));
        if (Boolean.getBoolean("lethe.all-faults")) {
            again.clear();
            IntStream.range(0, 3).forEach(time -> again.addAll(REPEATED.keySet()));
            Collections.shuffle(again, new Random(4));
        }
        for (String back : again) {
            run(
                    erasure.subject(),
                    "update compliance.erasure_step s set state = 'PENDING' from compliance.erasure_job j"
                            + " where s.job_id = j.id and s.action in (" + REPEATED.get(back)
                            + ") and j.subject_id = ?",
                    "update compliance.erasure_job set next_at = now(), lease_until = now(), state = '" + back
                            + "' where subject_id = ?");
            erasure.awaitCertificate();
            assertThat(erasure.counts()).as("again from " + back).isEqualTo(counted);
        }
        assertThat(erasure.left()).isEmpty();
    }

    @Test
    void i10_dropsFromMemoryWhoeverAnotherNodeFenced() throws Exception {
        var visitor = new VisitorClient(lethe);
        UUID answer =
                UUID.fromString(visitor.ask("Where are messages stored?").turn().getString("answer"));
        UUID subject = lethe.subjectOf(visitor.conversation());
        assertThat(visitor.resume(answer, answer + ":0").status()).isEqualTo(200);

        // As the commit of another node's fence looks from here; the worker is kept away from it.
        run(
                subject,
                "update compliance.subject set state = 'ERASING', generation = generation + 1 where id = ?",
                "insert into compliance.fenced_subject (subject_id, account_id, fenced_at)"
                        + " select id, account_id, now() from compliance.subject where id = ?",
                "insert into compliance.erasure_job (id, account_id, cause, subject_id, generation, state, next_at,"
                        + " lease_until, received_at, fenced_at, stopped, certificate_id, commitment) select gen_random_uuid(),"
                        + " account_id, 'REQUEST', id, 1, 'FENCED', now(), now(), now(), now(), true,"
                        + " gen_random_uuid(), sha256('x') from compliance.subject where id = ?");

        RunningLethe.await(
                "the answer to be dropped",
                () -> visitor.resume(answer, answer + ":0").status() != 200);

        run(
                subject,
                "delete from compliance.erasure_job where subject_id = ?",
                "delete from compliance.fenced_subject where subject_id = ?",
                "update compliance.subject set state = 'ACTIVE', generation = 1 where id = ?");
        assertThat(Forgetting.of(lethe, visitor).awaitCertificate().left()).isEmpty();
    }

    private void run(UUID subject, String... statements) throws SQLException, IOException {
        try (var data = lethe.database("lethe")) {
            for (String sql : statements) {
                try (var statement = data.prepareStatement(sql)) {
                    statement.setObject(1, subject);
                    statement.executeUpdate();
                }
            }
        }
    }

    private List<Path> filesWith(String canary) throws IOException, SQLException {
        try (var database = lethe.database("lethe");
                var statement = database.createStatement()) {
            statement.execute("checkpoint");
        }
        var found = new ArrayList<Path>();
        try (var files = Files.walk(lethe.home())) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(canary)) {
                    found.add(file);
                }
            }
        }
        return found;
    }
}
