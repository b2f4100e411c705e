package eu.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.system.Program.Answer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One conversation goes, with proof, and the person stays. */
@Order(28)
class ConversationErasureIT {

    private static final int WRITERS = 4;

    private final RunningLethe lethe = RunningLethe.withoutModel();
    private final Program program = Program.ofTheDemo(lethe);

    @TempDir
    private Path folder;

    ConversationErasureIT() throws SQLException, IOException {}

    @Test
    void showsItNowhereFromTheAnswerOnAndLeavesTheOthers() throws Exception {
        var visitor = new VisitorClient(lethe);
        visitor.ask("My number is +358 40 555 0199, call me. Where are messages stored?");
        var other = visitor.inANewConversation();
        other.ask("What is an origin?");
        UUID subject = lethe.subjectOf(visitor.conversation());

        Answer erased = erase(visitor.conversation());

        assertThat(visitor.get(own(visitor)).status()).isEqualTo(404);
        assertThat(program.get("conversations/" + visitor.conversation()).status())
                .isEqualTo(404);
        assertThat(program.get("conversations?query=" + subject).json().getInt("total"))
                .isOne();
        assertThat(visitor.ask("And where are the keys?").problem().getString("type"))
                .endsWith("conversation-not-found");
        assertThat(other.get(own(other)).body()).contains("What is an origin?");
        assertThat(other.ask("And where are the keys?").status()).isEqualTo(200);
        certified(erased);
        assertThat(program.get("conversations/" + other.conversation()).text()).contains("What is an origin?");
        assertThat(erase(visitor.conversation(), program).status()).isEqualTo(404);
    }

    @Test
    void provesItWithACertificateThatSaysItIsAboutOneConversation() throws Exception {
        var visitor = new VisitorClient(lethe);
        visitor.ask("Where are messages stored?");
        List<UUID> entries = entries(visitor.conversation());
        Answer erased = erase(visitor.conversation());

        certified(erased);

        UUID certificate = UUID.fromString(erased.json().getString("certificate"));
        assertThat(erased.json().getString("certificateUrl")).endsWith("/certificates/" + certificate);
        String document = visitor.get("/certificates/" + certificate + ".json").body();
        assertThat(document)
                .contains("\"scope\":\"CONVERSATION\"", "\"method\":\"delete\"")
                .doesNotContain("shred");
        Path file = Files.writeString(folder.resolve("certificate.json"), document);
        assertThat(verify(file, erased.json().getString("receiptCode"))).contains("one conversation", "VALID");
        assertThat(visitor.get("/certificates/" + certificate).body()).contains("one conversation; the person stays");
        for (UUID entry : entries) {
            assertThat(Traces.of(lethe, entry.toString())).isSubsetOf("compliance.erasure_job");
        }
        assertThat(Traces.of(lethe, visitor.conversation().toString()))
                .isSubsetOf("compliance.erasure_job", "compliance.audit_event");
        assertThat(visitor.inANewConversation().ask("What is an origin?").status())
                .as("the person stays, even without another conversation")
                .isEqualTo(200);
    }

    @Test
    void letsNoWriterIntoItHoweverManyTry() throws Exception {
        var visitor = new VisitorClient(lethe);
        visitor.ask("Where are messages stored?");
        var over = new AtomicBoolean();
        var writers = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<Integer>> writing = IntStream.range(0, WRITERS)
                    .mapToObj(i -> writers.submit(write(visitor.copy(), over)))
                    .toList();
            Answer erased = erase(visitor.conversation());
            over.set(true);
            for (Future<Integer> writer : writing) {
                assertThat(writer.get()).as("of each writer the last").isEqualTo(404);
            }
            certified(erased);
        } finally {
            writers.shutdownNow();
        }
        assertThat(entries(visitor.conversation())).isEmpty();
        assertThat(Traces.of(lethe, visitor.conversation().toString()))
                .isSubsetOf("compliance.erasure_job", "compliance.audit_event");
    }

    // One more after the conversation was said to be gone.
    private static Callable<Integer> write(VisitorClient visitor, AtomicBoolean over) {
        return () -> {
            boolean last;
            int status;
            do {
                last = over.get();
                status = visitor.ask("What is an origin?").status();
                assertThat(status).isIn(200, 404);
            } while (!last);
            return status;
        };
    }

    @Test
    void keepsWhatALawKeepsAndNamesTheLaw() throws Exception {
        var visitor = new VisitorClient(lethe);
        visitor.ask("Where are messages stored?");
        run(
                visitor.conversation(),
                "with hold as (insert into compliance.legal_hold (id, account_id, law, until, placed_by, placed_at)"
                        + " select gen_random_uuid(), account_id, '§ 257 HGB', current_date + 30, gen_random_uuid(), now()"
                        + " from chat.conversation where id = ? returning id, account_id) insert into compliance.hold_item"
                        + " select hold.id, c.account_id, c.subject_id, c.id from hold join chat.conversation c on c.id = ?");

        Answer refused = erase(visitor.conversation(), program);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().getString("type")).endsWith("held");
        assertThat(refused.json().getString("detail")).contains("§ 257 HGB");
        assertThat(visitor.get(own(visitor)).status()).isEqualTo(200);
    }

    @Test
    void i21_isNotFoundByAnotherAccount() throws Exception {
        var visitor = new VisitorClient(lethe);
        visitor.ask("Where are messages stored?");

        Answer refused = erase(visitor.conversation(), Program.ofAnotherAccount(lethe));

        assertThat(refused.status()).isEqualTo(404);
        assertThat(visitor.get(own(visitor)).status()).isEqualTo(200);
    }

    @Test
    void i8_erasesItAgainWhenABackupBringsItBack() throws Exception {
        var visitor = new VisitorClient(lethe);
        visitor.ask("Where are messages stored?");
        UUID conversation = visitor.conversation();
        try (var data = lethe.database("lethe")) {
            // What a backup would bring back: the rows, and a ledger that does not know of the erasure.
            run(
                    data,
                    conversation,
                    "create table public.backup_of_talk as select * from chat.conversation where id = ?",
                    "create table public.backup_of_said as select * from chat.message where conversation_id = ?");
            Answer erased = erase(conversation);
            certified(erased);
            String job = erased.json().getString("erasure");
            // The running server looks every ten seconds, and must have seen the tombstone to miss it.
            Thread.sleep(11_000);
            run(data, conversation, "delete from compliance.tombstone where job_id = '" + job + "'");
            run(
                    data,
                    conversation,
                    "insert into chat.conversation select * from public.backup_of_talk",
                    "insert into chat.message select * from public.backup_of_said",
                    "drop table public.backup_of_talk, public.backup_of_said");

            RunningLethe.await(
                    "what came back to be erased again",
                    () -> entries(conversation).isEmpty());
            RunningLethe.await(
                    "the certificate",
                    () -> "CERTIFIED"
                            .equals(text(
                                    data,
                                    "select state from compliance.erasure_job where conversation_id = '" + conversation
                                            + "' and cause = 'RESTORED'")));
        }
        RunningLethe.await(
                "the doors to open", () -> program.get("conversations").status() == 200);
        assertThat(Traces.of(lethe, conversation.toString()))
                .isSubsetOf("compliance.erasure_job", "compliance.audit_event");
    }

    private Answer erase(UUID conversation) {
        Answer erased = erase(conversation, program);
        assertThat(erased.status()).as(erased.text()).isEqualTo(202);
        return erased;
    }

    private static Answer erase(UUID conversation, Program program) {
        return program.send("DELETE", "conversations/" + conversation, null, null);
    }

    private void certified(Answer erased) {
        String job = erased.json().getString("erasure");
        RunningLethe.await("the certificate of " + job, () -> {
            JsonObject progress = program.get("erasures/" + job).json();
            assertThat(progress.getString("scope")).isEqualTo("CONVERSATION");
            return progress.getString("phase").equals("CERTIFIED");
        });
    }

    private String verify(Path certificate, String code) throws IOException, InterruptedException {
        Path verifier = Path.of("../ejb-compliance/target/verify.jar");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.language=en",
                        "-jar",
                        verifier.toString(),
                        certificate.toString(),
                        "--code",
                        code)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static String own(VisitorClient visitor) {
        return "/visitor/sites/demo/conversations/" + visitor.conversation();
    }

    private List<UUID> entries(UUID conversation) throws SQLException, IOException {
        try (var data = lethe.database("lethe");
                var query = data.prepareStatement("select id from chat.message where conversation_id = ?")) {
            query.setObject(1, conversation);
            try (var rows = query.executeQuery()) {
                var found = new ArrayList<UUID>();
                while (rows.next()) {
                    found.add(rows.getObject(1, UUID.class));
                }
                return found;
            }
        }
    }

    private void run(UUID id, String sql) throws SQLException, IOException {
        try (var data = lethe.database("lethe")) {
            run(data, id, sql);
        }
    }

    private static void run(Connection data, UUID id, String... statements) throws SQLException {
        for (String sql : statements) {
            try (var statement = data.createStatement()) {
                statement.execute(sql.replace("?", "'" + id + "'"));
            }
        }
    }

    private static String text(Connection data, String sql) throws SQLException {
        try (var statement = data.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }
}
