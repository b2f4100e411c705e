package eu.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What recipients are told about people who are still there (Art. 16, 18 and 19 GDPR), and who may end a restriction. */
@Order(83)
class NoticesIT {

    private static final String PRIVACY = "/visitor/sites/demo/privacy";
    private static final String OLD = "old.canary@example.org";
    private static final String NEW = "new.canary@example.org";

    private final RunningLethe lethe = RunningLethe.withModel();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Program program;
    private Partner partner;
    private UUID recipient;
    private VisitorClient visitor;
    private UUID subject;

    NoticesIT() throws SQLException, IOException {
        program = Program.ofTheDemo(lethe);
    }

    @BeforeEach
    void meet() throws Exception {
        partner = new Partner(0);
        recipient = partner.enteredBy(program);
        visitor = new VisitorClient(lethe);
        visitor.ask("Where are messages stored?");
        subject = lethe.subjectOf(visitor.conversation());
        contact(OLD);
    }

    @AfterEach
    void part() {
        Partner.end(program, recipient);
        partner.close();
    }

    @Test
    void t17_tellsWhoeverWasGivenTheFieldThatItWasPutRightAndLetsThemFetchIt() throws Exception {
        Partner.given(program, recipient, subject, "EMAIL", "customer-4711");

        contact(NEW);
        Partner.Notice notice = notice("rectification");

        JsonObject extension = notice.json().getJsonObject("extensions").getJsonObject("127.0.0.1");
        assertThat(extension.getJsonArray("record_ids").getString(0)).isEqualTo("customer-4711");
        assertThat(extension.getJsonArray("fields").toString()).isEqualTo("[\"email\"]");
        assertThat(notice.header("Idempotency-Key")).isEqualTo(notice.json().getString("subject_request_id"));
        assertThat(notice.header("X-Lethe-Signature")).isNotBlank();
        assertThat(notice.text()).doesNotContain("canary");
        assertThat(rowsOf("compliance.notice")).contains("EMAIL").doesNotContain("canary");

        assertThat(fetch(extension, "wrong").statusCode()).isEqualTo(404);
        var values = fetch(extension, extension.getString("values_token"));
        assertThat(values.statusCode()).isEqualTo(200);
        assertThat(values.body()).contains(NEW, subject.toString()).doesNotContain("phone\":");
        assertThat(Sql.number(
                        lethe,
                        "select count(*) from compliance.disclosure where subject_id = '" + subject
                                + "' and fields = 'EMAIL' and state = 'SENT'"))
                .isEqualTo(2);

        assertThat(acknowledge(notice)).isEqualTo(204);
        assertThat(fetch(extension, extension.getString("values_token")).statusCode())
                .isEqualTo(404);
        assertThat(program.get("subjects/" + subject + "/report?format=JSON").text())
                .contains("\"RECTIFICATION\"", "\"ACKNOWLEDGED\"");
    }

    @Test
    void t17_tellsNobodyWhoWasNotGivenTheField() throws Exception {
        Partner.given(program, recipient, subject, "TRANSCRIPT", "customer-4711");

        contact(NEW);

        assertThat(Sql.number(lethe, "select count(*) from compliance.notice where subject_id = '" + subject + "'"))
                .isZero();
    }

    @Test
    void i15_givesARestrictedPersonsDataToNobodyAndSaysSo() throws Exception {
        Partner.given(program, recipient, subject, "EMAIL", "customer-4711");
        contact(NEW);
        JsonObject extension =
                notice("rectification").json().getJsonObject("extensions").getJsonObject("127.0.0.1");

        visitor.put(PRIVACY + "/restriction", "{\"ground\":\"ACCURACY\"}");
        notice("restriction");
        assertThat(fetch(extension, extension.getString("values_token")).statusCode())
                .isEqualTo(403);

        assertThat(visitor.delete(PRIVACY + "/restriction").problem().getString("state"))
                .isEqualTo("ACTIVE");
        notice("restriction_lifted");
        assertThat(fetch(extension, extension.getString("values_token")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void saysNothingOfARestrictionThatWasOverBeforeTheRecipientCouldHear() throws Exception {
        UUID away = Partner.entered(program, "By hand", null);
        Partner.given(program, away, subject, "EMAIL", "card 12");

        visitor.put(PRIVACY + "/restriction", "{\"ground\":\"CLAIMS\"}");
        assertThat(stateOf(away)).isEqualTo("BY_HAND");
        visitor.delete(PRIVACY + "/restriction");

        assertThat(stateOf(away)).isEqualTo("SUPERSEDED");
        Partner.end(program, away);
    }

    @Test
    void letsThePersonLiftOnlyWhatThePersonAskedFor() throws Exception {
        restrict("UNLAWFUL");
        var refused = visitor.delete(PRIVACY + "/restriction");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem().getString("type")).isEqualTo("urn:lethe:problem:restriction-not-yours");

        visitor.put(PRIVACY + "/restriction", "{\"ground\":\"CLAIMS\"}");
        assertThat(visitor.delete(PRIVACY + "/restriction").problem().getString("state"))
                .isEqualTo("RESTRICTED");
        assertThat(limits().toString()).contains("COMPANY").doesNotContain("PERSON");
    }

    @Test
    void tellsThePersonBeforeTheCompanyEndsARestriction() throws Exception {
        restrict("ACCURACY_CONTESTED");
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        assertThat(program.send("DELETE", "subjects/" + subject + "/restriction?on=" + today, null, null)
                        .status())
                .isEqualTo(400);
        LocalDate day = today.plusDays(3);

        var announced = program.send("DELETE", "subjects/" + subject + "/restriction?on=" + day, null, null);

        assertThat(announced.status()).as(announced.text()).isEqualTo(202);
        assertThat(limits().getJsonObject(0).getString("endsOn")).isEqualTo(day.toString());
        assertThat(state()).isEqualTo("RESTRICTED");
        Sql.execute(
                lethe, "update compliance.restriction set lift_on = current_date where subject_id = '" + subject + "'");
        RunningLethe.await("the restriction to end", () -> "ACTIVE".equals(state()));
        assertThat(program.send("DELETE", "subjects/" + subject + "/restriction", null, null)
                        .status())
                .isEqualTo(409);
    }

    @Test
    void keepsAnObjectionRestrictedUntilItIsDecidedOrTakenBack() throws Exception {
        visitor.put(PRIVACY + "/restriction", "{\"ground\":\"CLAIMS\"}");
        var filed = visitor.post(
                PRIVACY + "/requests",
                "{\"id\":\"" + UUID.randomUUID() + "\",\"kind\":\"OBJECTION\",\"language\":\"en\"}");
        String objection = filed.problem().getString("id");

        visitor.delete(PRIVACY + "/restriction");
        assertThat(state()).isEqualTo("RESTRICTED");
        assertThat(visitor.delete(PRIVACY + "/restriction").status()).isEqualTo(409);
        visitor.delete(PRIVACY + "/requests/" + objection);

        assertThat(state()).isEqualTo("ACTIVE");
    }

    private Partner.Notice notice(String type) {
        RunningLethe.await(
                "a notice of " + type,
                () -> partner.notices().stream()
                        .anyMatch(notice -> type.equals(notice.json().getString("subject_request_type"))));
        return partner.notices().stream()
                .filter(notice -> type.equals(notice.json().getString("subject_request_type")))
                .findFirst()
                .orElseThrow();
    }

    private void contact(String email) {
        var put = visitor.put(PRIVACY + "/contact", "{\"email\":\"" + email + "\",\"language\":\"en\"}");
        assertThat(put.status()).as(put.body()).isEqualTo(200);
    }

    private void restrict(String ground) {
        var done = program.send("PUT", "subjects/" + subject + "/restriction", "{\"ground\":\"" + ground + "\"}", null);
        assertThat(done.status()).as(done.text()).isEqualTo(204);
    }

    private JsonArray limits() {
        return visitor.get(PRIVACY).problem().getJsonArray("restrictions");
    }

    private int acknowledge(Partner.Notice notice) {
        String id = notice.json().getString("subject_request_id");
        String callback = URI.create(
                        notice.json().getJsonArray("status_callback_urls").getString(0))
                .getPath();
        return new VisitorClient(lethe.url(), null)
                .post(callback, "{\"subject_request_id\":\"" + id + "\",\"request_status\":\"completed\"}")
                .status();
    }

    private HttpResponse<String> fetch(JsonObject extension, String token) throws IOException, InterruptedException {
        String path = URI.create(extension.getString("values_url")).getPath();
        return http.send(
                HttpRequest.newBuilder(lethe.url().resolve(path))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                BodyHandlers.ofString());
    }

    private String state() throws SQLException, IOException {
        return text("select state from compliance.subject where id = '" + subject + "'");
    }

    private String stateOf(UUID to) throws SQLException, IOException {
        return text("select state from compliance.notice where recipient_id = '" + to + "'");
    }

    private String rowsOf(String table) throws SQLException, IOException {
        return text(
                "select string_agg(cast(t as text), ';') from " + table + " t where subject_id = '" + subject + "'");
    }

    private String text(String sql) throws SQLException, IOException {
        try (var data = lethe.database("lethe");
                var statement = data.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).as(sql).isTrue();
            return String.valueOf(rows.getString(1));
        }
    }
}
