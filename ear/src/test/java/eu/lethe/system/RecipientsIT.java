package eu.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Who is given something about visitors, and what they are told when a visitor is forgotten. */
@Order(82)
class RecipientsIT {

    private static final String REFERENCE = "customer-4711";

    private final RunningLethe lethe = RunningLethe.withModel();
    private final Program program;

    RecipientsIT() throws SQLException, IOException {
        program = Program.ofTheDemo(lethe);
    }

    @BeforeEach
    void awaitTheKnowledge() {
        RunningLethe.await(
                "something to answer from",
                () -> !new VisitorClient(lethe)
                        .ask("Where are the messages of visitors stored?")
                        .done()
                        .getJsonArray("citations")
                        .isEmpty());
    }

    @Test
    void keepsAReceiptOfWhatTheModelWasSent() throws Exception {
        var visitor = new VisitorClient(lethe);
        var turn = visitor.ask("I am canary.person@example.org. Where are the messages of visitors stored?")
                .turn();

        assertThat(row(
                        "select d.channel, d.state, d.fields, d.redactions, d.retention_days, d.model, r.name, r.mechanism,"
                                + " r.state from compliance.disclosure d join compliance.recipient r"
                                + " on r.id = d.recipient_id where d.answer_id = ?",
                        UUID.fromString(turn.getString("answer"))))
                .containsExactly(
                        "MODEL",
                        "SENT",
                        "QUESTION",
                        1,
                        0,
                        "stub?ttft=20&tps=200",
                        "127.0.0.1",
                        "OWN_PREMISES",
                        "ACTIVE");
    }

    @Test
    void answersWithoutAModelThatTheAccountHasTurnedOff() throws Exception {
        var visitor = new VisitorClient(lethe);
        assertThat(visitor.ask("Where are messages stored?").done().getString("problem", ""))
                .isEmpty();
        int calls = lethe.model().stats().total();
        turnModel(false);
        try {
            RunningLethe.await(
                    "the model to be off",
                    () -> visitor.ask("What is an origin?")
                            .done()
                            .getString("problem", "")
                            .equals("model-off"));
            int callsBefore = lethe.model().stats().total();

            var answer = visitor.ask("Where are messages stored?");

            assertThat(answer.done().getString("problem")).isEqualTo("model-off");
            assertThat(answer.done().getString("state")).isEqualTo("COMPLETE");
            assertThat(answer.text()).isNotBlank();
            assertThat(lethe.model().stats().total()).isEqualTo(callsBefore).isGreaterThanOrEqualTo(calls);
        } finally {
            turnModel(true);
            RunningLethe.await(
                    "the model to be back",
                    () -> visitor.ask("What is an origin?")
                            .done()
                            .getString("problem", "")
                            .isEmpty());
        }
    }

    @Test
    void showsEverybodyWhoReceivesWhat() {
        var anybody = new VisitorClient(lethe.url(), null);

        var page = anybody.send(request("/recipients/sites/demo", "text/html", "fi"));
        var json = anybody.send(request("/recipients/sites/demo", "application/json", "en"));

        assertThat(page.body()).contains("<html lang=\"fi\">", "127.0.0.1", "yrityksen omat koneet");
        JsonObject recipient = object(json.body()).getJsonArray("recipients").getJsonObject(0);
        assertThat(recipient.getString("category")).isEqualTo("MODEL_PROVIDER");
        assertThat(recipient.getString("state")).isEqualTo("ACTIVE");
        assertThat(anybody.send(request("/recipients/sites/nowhere", "application/json", "en"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void i17_tellsARecipientOnceHoweverOftenAnAnswerIsLost() throws Exception {
        try (var partner = new Partner(1)) {
            var visitor = new VisitorClient(lethe);
            visitor.ask("Where are messages stored?");
            UUID subject = lethe.subjectOf(visitor.conversation());
            UUID recipient = partner.enteredBy(program);
            Partner.given(program, recipient, subject, "TRANSCRIPT", REFERENCE);

            Forgetting.of(lethe, visitor).awaitCertificate();

            assertThat(partner.notices()).hasSize(2);
            Partner.Notice notice = partner.notices().get(1);
            JsonObject body = object(notice.text());
            assertThat(notice.header("Idempotency-Key")).isEqualTo(body.getString("subject_request_id"));
            assertThat(partner.notices().get(0).text()).isEqualTo(notice.text());
            assertThat(body.getString("subject_request_type")).isEqualTo("erasure");
            assertThat(body.getString("regulation")).isEqualTo("gdpr");
            JsonObject identity = body.getJsonArray("subject_identities").getJsonObject(0);
            assertThat(identity.getString("identity_value")).isEqualTo(subject.toString());
            assertThat(body.getJsonObject("extensions").toString()).contains(REFERENCE);
            assertThat(notice.header("X-Lethe-Signature")).isNotBlank();
            assertThat(stateOf(recipient)).isEqualTo("TOLD");
            Partner.end(program, recipient);
        }
    }

    @Test
    void i17_takesOneAcknowledgementAndOnlyTheRecipientsOwn() throws Exception {
        try (var partner = new Partner(0)) {
            var visitor = new VisitorClient(lethe);
            visitor.ask("Where are messages stored?");
            UUID recipient = partner.enteredBy(program);
            Partner.given(program, recipient, lethe.subjectOf(visitor.conversation()), "TRANSCRIPT", REFERENCE);
            Forgetting.of(lethe, visitor).awaitCertificate();
            JsonObject body = object(partner.notices().get(0).text());
            String id = body.getString("subject_request_id");
            String callback = URI.create(
                            body.getJsonArray("status_callback_urls").getString(0))
                    .getPath();

            assertThat(acknowledge(callback, id, "in_progress")).isEqualTo(204);
            assertThat(stateOf(recipient)).isEqualTo("TOLD");
            assertThat(acknowledge(callback, UUID.randomUUID().toString(), "completed"))
                    .isEqualTo(404);
            assertThat(acknowledge(callback.substring(0, callback.length() - 1) + "_", id, "completed"))
                    .isEqualTo(404);
            assertThat(acknowledge(callback, id, "completed")).isEqualTo(204);
            Object[] once = acknowledgements(recipient);
            assertThat(acknowledge(callback, id, "completed")).isEqualTo(204);

            assertThat(stateOf(recipient)).isEqualTo("ACKNOWLEDGED");
            assertThat(acknowledgements(recipient)).isEqualTo(once);
            Partner.end(program, recipient);
        }
    }

    @Test
    void i17_makesThirtyDaysOfSilenceSomebodysBusiness() throws Exception {
        try (var partner = new Partner(0)) {
            var visitor = new VisitorClient(lethe);
            visitor.ask("Where are messages stored?");
            UUID recipient = partner.enteredBy(program);
            Partner.given(program, recipient, lethe.subjectOf(visitor.conversation()), "TRANSCRIPT", REFERENCE);
            Forgetting.of(lethe, visitor).awaitCertificate();
            assertThat(stateOf(recipient)).isEqualTo("TOLD");

            change("update compliance.notice set until = now() - interval '1 second',"
                    + " next_at = now() - interval '1 second' where recipient_id = '" + recipient + "'");

            RunningLethe.await("the silence to be noticed", () -> "SILENT".equals(stateOf(recipient)));
            assertThat(partner.notices()).hasSize(1);
            assertThat(program.get("recipients/notices").text()).contains(recipient.toString());
            Partner.end(program, recipient);
        }
    }

    private int acknowledge(String callback, String id, String status) {
        String body = "{\"controller_id\":\"x\",\"subject_request_id\":\"" + id + "\",\"request_status\":\"" + status
                + "\",\"expected_completion_time\":\"2026-12-01T00:00:00Z\"}";
        return new VisitorClient(lethe.url(), null).post(callback, body).status();
    }

    private void turnModel(boolean on) throws SQLException, IOException {
        change("insert into compliance.store_setting (account_id, store, enabled, purge, changed_by, changed_at)"
                + " select id, 'model-provider', " + on + ", false, id, now() from compliance.account"
                + " on conflict (account_id, store) do update set enabled = excluded.enabled");
    }

    private @Nullable String stateOf(UUID recipient) throws SQLException, IOException {
        return (String) row("select state from compliance.notice where recipient_id = ?", recipient)[0];
    }

    private Object[] acknowledgements(UUID recipient) throws SQLException, IOException {
        return row(
                "select n.acknowledged_at, count(e.seq) from compliance.notice n join compliance.audit_event e"
                        + " on e.object_id = n.id where n.recipient_id = ? group by n.acknowledged_at",
                recipient);
    }

    private Object[] row(String sql, UUID parameter) throws SQLException, IOException {
        try (Connection data = lethe.database("lethe");
                var query = data.prepareStatement(sql)) {
            query.setObject(1, parameter);
            try (var rows = query.executeQuery()) {
                assertThat(rows.next()).as(sql).isTrue();
                var row = new Object[rows.getMetaData().getColumnCount()];
                for (int i = 0; i < row.length; i++) {
                    row[i] = rows.getObject(i + 1);
                }
                return row;
            }
        }
    }

    private void change(String sql) throws SQLException, IOException {
        try (Connection data = lethe.database("lethe");
                var statement = data.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private HttpRequest request(String path, String accept, String language) {
        return HttpRequest.newBuilder(lethe.url().resolve(path))
                .header("Accept", accept)
                .header("Accept-Language", language)
                .build();
    }

    private static JsonObject object(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
