package eu.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import jakarta.json.Json;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What stops an erasure until somebody has judged, what must not, and what its certificate says then. */
@Order(83)
class ReviewIT {

    private static final String RULES = "compliance.legal_hold";

    private final RunningLethe lethe = RunningLethe.withModel();
    private final Program program = Program.ofTheDemo(lethe);
    private final String email = "ada" + System.nanoTime() + "@example.org";

    ReviewIT() throws SQLException, IOException {}

    @Test
    void i14_endsOnceAMemberHasJudgedAndAgainWhenTheHoldIsOver() throws Exception {
        var visitor = known("Ada Lovelace");
        hold(visitor);
        note(program.account(), "as " + email + " said");
        var erasure = Forgetting.of(lethe, visitor);
        String job = job(erasure);
        RunningLethe.await("the words to be found", () -> "NEEDS_OPERATOR".equals(heldUp(job)));

        String found = found(job);
        judge(job, "#erasure\\:retry");
        RunningLethe.await(
                "the words to be found again", () -> "NEEDS_OPERATOR".equals(heldUp(job)) && !found.equals(found(job)));
        judge(job, "#erasure\\:reviewed");

        erasure.awaitCertificate();
        assertThat(heldUp(job)).isEqualTo("PARTIAL_HELD");
        assertThat(document(erasure))
                .contains("\"method\":\"reviewed-by-a-member\"", "\"law\":\"§ 257 HGB\"", "\"issue\":1,");

        Sql.execute(
                lethe,
                "update compliance.legal_hold set until = current_date - 1 where law = '§ 257 HGB'"
                        + " and released_at is null");
        sweep();

        RunningLethe.await(
                "the certificate to be issued again", () -> document(erasure).contains("\"issue\":2,"));
        assertThat(erasure.left()).isEmpty();
        assertThat(keysOf(job)).isZero();
        assertThat(document(erasure)).as("the words were gone").contains("\"method\":\"id-scan\"");
        Sql.execute(
                lethe, "update compliance.erasure_job set rescan_at = now(), next_at = now() where id = '" + job + "'");
        RunningLethe.await(
                "the second look",
                () -> "CLOSED".equals(text("select state from compliance.erasure_job where id = '" + job + "'")));
    }

    @Test
    void i14_destroysTheKeyOfAHoldThatEndsWhileItsPersonIsBeingDeleted() throws Exception {
        var visitor = known("Ada Lovelace");
        UUID subject = lethe.subjectOf(visitor.conversation());
        UUID hold = hold(visitor);
        Forgetting erasure;
        try (Connection slow = lethe.database("lethe")) {
            slow.setAutoCommit(false);
            run(slow, "select 1 from chat.visitor where subject_id = '" + subject + "' for update");
            erasure = Forgetting.of(lethe, visitor);
            RunningLethe.await("the rows to be deleted", () -> "MIRRORED".equals(erasure.state()));

            Sql.execute(lethe, "update compliance.legal_hold set until = current_date - 1 where id = '" + hold + "'");
            sweep();
            Thread.sleep(3000);
            slow.rollback();
        }
        RunningLethe.await(
                "the release",
                () -> "t"
                        .equals(text("select released_at is not null from compliance.legal_hold where id = '" + hold
                                + "'")));
        RunningLethe.await(
                "everything to go",
                () -> "CERTIFIED".equals(erasure.state()) && erasure.left().isEmpty());
        assertThat(keysOf(job(erasure))).isZero();
    }

    @Test
    void isStoppedByNobodyWhoChoosesTheIdOfSomebodyElse() throws Exception {
        var visitor = known("Ada Lovelace");
        UUID subject = lethe.subjectOf(visitor.conversation());
        var other = new VisitorClient(lethe);
        assertThat(other.ask(subject, "What is an origin?").status()).isEqualTo(200);
        String wish = "{\"id\":\"" + subject + "\",\"kind\":\"ACCESS\",\"detail\":\"please\",\"language\":\"de\"}";
        assertThat(other.post("/visitor/sites/demo/privacy/requests", wish).status())
                .isEqualTo(201);

        Forgetting.of(lethe, visitor).awaitCertificate();
    }

    @Test
    void i21_isStoppedByNoWordOfAnotherAccountAndByNoPartOfAWord() throws Exception {
        var visitor = known("Exploring");
        note(Program.ofAnotherAccount(lethe).account(), email);
        note(program.account(), "mc" + email + "s");

        var erasure = Forgetting.of(lethe, visitor).awaitCertificate();

        assertThat(document(erasure)).contains("\"method\":\"id-and-word-scan\"", "\"method\":\"id-and-word-search\"");
    }

    @Test
    void i4_countsARecipientOnceHoweverOftenItIsTold() throws Exception {
        try (var partner = new Partner(0)) {
            var visitor = known("Ada Lovelace");
            UUID recipient = recipient(partner.url());
            disclose(recipient, lethe.subjectOf(visitor.conversation()));
            var erasure = Forgetting.of(lethe, visitor).awaitCertificate();
            String job = job(erasure);
            assertThat(told(job)).matches("[1-9]\\d* \\d+ \\d+");
            String once = told(job);
            for (String recount : new String[] {"PENDING", "DONE"}) {
                Sql.execute(
                        lethe,
                        "update compliance.erasure_step set state = '" + recount + "' where action = 'TELL'"
                                + " and job_id = '" + job + "'");
                Sql.execute(
                        lethe,
                        "update compliance.erasure_job set state = 'INDEX_DELETED', next_at = now(), lease_until = now()"
                                + " where id = '" + job + "'");
                erasure.awaitCertificate();
            }
            assertThat(told(job)).isEqualTo(once);
            program.send("DELETE", "recipients/" + recipient, null, null);
        }
    }

    @Test
    void saysWhenARequestWasReceivedAndNothingOfRequestsNobodyMade() throws Exception {
        var asked = Forgetting.of(lethe, known("Ada Lovelace"));
        // As if it had come by letter two days ago; the certificate takes longer than this.
        Sql.execute(
                lethe,
                "update compliance.subject_request set received_on = received_on - 2 where id ="
                        + " (select request_id from compliance.erasure_job where subject_id = '" + asked.subject()
                        + "')");
        asked.awaitCertificate();
        assertThat(document(asked))
                .contains("\"requestKind\":\"ERASURE\"", "\"level\":\"UNDECLARED\"", "\"ground\":\"REQUEST\"");
        assertThat(document(asked))
                .contains("\"receivedAt\":\"" + LocalDate.now(ZoneOffset.UTC).minusDays(2) + "T00:00:00Z\"");

        UUID subject = lethe.subjectOf(known("Ada Lovelace").conversation());
        assertThat(program.send("POST", "subjects/" + subject + "/erasure", null, "review-" + subject)
                        .status())
                .isEqualTo(202);
        var decided = Forgetting.of(lethe, subject).awaitCertificate();
        assertThat(document(decided)).contains("\"ground\":\"DESK\"").doesNotContain("requestKind");
    }

    private VisitorClient known(String name) {
        var visitor = new VisitorClient(lethe);
        assertThat(visitor.ask("What is an origin?").status()).isEqualTo(200);
        var contact =
                Json.createObjectBuilder().add("name", name).add("email", email).build();
        assertThat(visitor.put("/visitor/sites/demo/privacy/contact", contact.toString())
                        .status())
                .isEqualTo(200);
        return visitor;
    }

    private UUID recipient(String url) {
        String details = "{\"name\":\"Partner\",\"category\":\"PARTNER\",\"address\":\"Street 1\","
                + "\"contact\":\"privacy@partner.example\",\"country\":\"FI\",\"mechanism\":\"EEA\","
                + "\"noticeUrl\":\"" + url + "\"}";
        UUID id = UUID.fromString(
                program.send("POST", "recipients", details, null).json().getString("id"));
        program.send("POST", "recipients/" + id + "/approval", null, null);
        return id;
    }

    private void disclose(UUID recipient, UUID subject) {
        var recorded = program.send(
                "POST",
                "subjects/" + subject + "/disclosures",
                "{\"recipient\":\"" + recipient + "\",\"fields\":[\"TRANSCRIPT\"],\"reference\":\"customer-4711\"}",
                null);
        assertThat(recorded.status()).as(recorded.text()).isEqualTo(201);
    }

    /** A text of an account that is about nobody, and must hold nobody's name. */
    private void note(UUID account, String words) throws SQLException, IOException {
        Sql.execute(
                lethe,
                "insert into " + RULES + " (id, account_id, law, until, items, placed_by, placed_at) values ('"
                        + UUID.randomUUID() + "', '" + account + "', '" + words + "', current_date + 30, 0, '" + account
                        + "', now())");
    }

    private UUID hold(VisitorClient visitor) throws SQLException, IOException {
        UUID hold = UUID.randomUUID();
        UUID subject = lethe.subjectOf(visitor.conversation());
        Sql.execute(
                lethe,
                "insert into " + RULES + " (id, account_id, law, until, items, placed_by, placed_at) select '" + hold
                        + "', account_id, '§ 257 HGB', current_date + 30, 1, account_id, now() from compliance.subject where id = '"
                        + subject + "'");
        Sql.execute(
                lethe,
                "insert into compliance.hold_item (hold_id, account_id, subject_id, entity_id) select '" + hold
                        + "', account_id, id, '" + visitor.conversation() + "' from compliance.subject where id = '"
                        + subject
                        + "'");
        return hold;
    }

    /** As a member who has looked, in the dashboard. */
    private void judge(String job, String button) {
        try (var browser = new Browser();
                var context = browser.chromium().newContext()) {
            Page page = context.newPage();
            Browser.enter(page, lethe);
            page.navigate(lethe.url() + "/dashboard/erasure?id=" + job);
            page.waitForResponse(answer -> answer.request().method().equals("POST"), () -> {
                page.click(button);
                if (button.endsWith("reviewed")) {
                    page.locator(".ui-confirmdialog-yes:visible").click();
                }
            });
        }
    }

    private String found(String job) throws SQLException, IOException {
        return text(
                "select max(done_at) from compliance.erasure_step where state = 'REVIEW' and job_id = '" + job + "'");
    }

    private String told(String job) throws SQLException, IOException {
        return text("select found || ' ' || removed || ' ' || remaining from compliance.erasure_step"
                + " where action = 'TELL' and job_id = '" + job + "'");
    }

    private String document(Forgetting erasure) throws SQLException, IOException {
        return text("select c.document from compliance.erasure_certificate c join compliance.erasure_job j"
                + " on j.id = c.job_id where j.subject_id = '" + erasure.subject() + "'");
    }

    private String job(Forgetting erasure) throws SQLException, IOException {
        return text("select id from compliance.erasure_job where subject_id = '" + erasure.subject() + "'");
    }

    private @Nullable String heldUp(String job) {
        return program.get("erasures/" + job).json().getString("heldUp", null);
    }

    private long keysOf(String job) throws SQLException, IOException {
        try (var vault = lethe.database("lethe_vault");
                var statement = vault.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) from vault.subject_key where subject_id = '" + job + "'")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void sweep() throws SQLException, IOException {
        Sql.execute(lethe, "update compliance.retention_schedule set next_at = now()");
    }

    private static void run(Connection data, String sql) throws SQLException {
        try (var statement = data.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String sql) throws SQLException, IOException {
        try (var data = lethe.database("lethe");
                var statement = data.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() && rows.getString(1) != null ? rows.getString(1) : "";
        }
    }
}
