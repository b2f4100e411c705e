package eu.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What a program may not do twice, and what it leaves behind when it reads. */
@Order(42)
class ProgramIT {

    private final RunningLethe lethe = RunningLethe.withoutModel();
    private final Program program = Program.ofTheDemo(lethe);

    ProgramIT() throws SQLException, IOException {}

    @Test
    void readsAContactWithATraceAndOfSomebodyRestrictedForAReasonOnly() throws Exception {
        String address = "reports" + System.nanoTime() + "@example.org";
        var visitor = new VisitorClient(lethe);
        visitor.ask("Where are messages stored?");
        UUID subject = lethe.subjectOf(visitor.conversation());
        visitor.put("/visitor/sites/demo/privacy/contact", "{\"name\":\"Ada\",\"email\":\"" + address + "\"}");

        assertThat(found(address, "").getJsonObject("contact").getString("name"))
                .isEqualTo("Ada");
        assertThat(program.get("subjects/" + subject).json().getJsonObject("contact"))
                .isNotNull();
        assertThat(traces(subject, "CONTACT_READ")).isEqualTo(2);

        program.send("PUT", "subjects/" + subject + "/restriction", "{\"ground\":\"OBJECTION\"}", null);
        assertThat(found(address, "").getBoolean("restricted")).isTrue();
        assertThat(found(address, "")).doesNotContainKey("contact");
        assertThat(program.get("subjects/" + subject).json()).doesNotContainKey("contact");
        assertThat(traces(subject, "CONTACT_READ")).isEqualTo(2);

        assertThat(found(address, "?reason=LEGAL_CLAIMS")
                        .getJsonObject("contact")
                        .getString("email"))
                .isEqualTo(address);
        assertThat(traces(subject, "RESTRICTED_CONTACT_READ_FOR_CLAIMS")).isEqualTo(1);
        assertThat(program.get("subjects/" + subject + "?reason=CURIOSITY").status())
                .isEqualTo(400);
    }

    private JsonObject found(String address, String reason) {
        var answer = program.send("POST", "subjects/search" + reason, "{\"email\":\"" + address + "\"}", null);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().getJsonArray("subjects")).hasSize(1);
        return answer.json().getJsonArray("subjects").getJsonObject(0);
    }

    private long traces(UUID subject, String action) throws SQLException, IOException {
        try (var data = lethe.database("lethe");
                var query = data.prepareStatement("select count(*) from compliance.audit_event"
                        + " where action = ? and object_id = ? and actor is not null")) {
            query.setString(1, action);
            query.setObject(2, subject);
            var rows = query.executeQuery();
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void forgetsSomebodyOnceForAllWhoAskAtOnce() throws Exception {
        UUID subject = somebody();
        String path = "subjects/" + subject + "/erasure";

        var erasures = atOnce(6, () -> program.send("POST", path, null, "at-once-" + subject));

        assertThat(erasures)
                .allSatisfy(
                        answer -> assertThat(answer.status()).as(answer.text()).isEqualTo(202));
        assertThat(erasures.stream().map(answer -> answer.json().getString("erasure")))
                .containsOnly(erasures.get(0).json().getString("erasure"));
        assertThat(erasures.stream().filter(answer -> answer.json().containsKey("receiptCode")))
                .hasSize(1);
    }

    @Test
    void filesARequestOnceAndNoOtherUnderItsKey() throws Exception {
        UUID subject = somebody();
        String key = "filed-" + subject;
        String wish = "{\"kind\":\"OBJECTION\",\"subject\":\"" + subject + "\",\"text\":\"please\"}";

        var filed = atOnce(4, () -> program.send("POST", "requests", wish, key));
        var other = program.send("POST", "requests", wish.replace("please", "now"), key);
        var erasure = program.send("POST", "subjects/" + subject + "/erasure", null, key);

        assertThat(filed)
                .allSatisfy(
                        answer -> assertThat(answer.status()).as(answer.text()).isEqualTo(201));
        assertThat(filed.stream()
                        .map(answer -> answer.json().getJsonObject("row").getString("id")))
                .containsOnly(filed.get(0).json().getJsonObject("row").getString("id"));
        assertThat(other.status()).as(other.text()).isEqualTo(409);
        assertThat(other.json().getString("type")).isEqualTo("urn:lethe:problem:idempotency-key-reused");
        assertThat(erasure.status()).as(erasure.text()).isEqualTo(409);
    }

    private static List<Program.Answer> atOnce(int times, Callable<Program.Answer> call) throws Exception {
        var asking = Executors.newFixedThreadPool(times);
        try {
            var answers = new ArrayList<Program.Answer>();
            for (var answer : asking.invokeAll(Collections.nCopies(times, call))) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            asking.shutdownNow();
        }
    }

    @Test
    void writesNobodysAddressToTheLog() throws Exception {
        String address = "log" + System.nanoTime() + "@example.org";

        assertThat(program.get("contacts/" + address).status()).isEqualTo(404);

        assertThat(Files.readString(lethe.home().resolve("logs/payara.log")))
                .contains("was refused with 404: GET /api/v1/*/*")
                .doesNotContain(address);
    }

    private UUID somebody() throws SQLException, IOException {
        var visitor = new VisitorClient(lethe);
        assertThat(visitor.ask("Where are messages stored?").status()).isEqualTo(200);
        return lethe.subjectOf(visitor.conversation());
    }
}
