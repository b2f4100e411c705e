package eu.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** People see to their own data: from the browser they wrote with, and without it by their e-mail address. */
@Order(27)
class SubjectRequestsIT {

    private static final int PORTION = 20;
    private static final String PRIVACY = "/visitor/sites/demo/privacy";

    private final RunningLethe lethe = RunningLethe.withoutModel();
    private final String address = "ada" + System.nanoTime() + "@example.org";

    private VisitorClient somebody() {
        var visitor = new VisitorClient(lethe);
        assertThat(visitor.ask("What is an origin?").status()).isEqualTo(200);
        return visitor;
    }

    private VisitorClient somebodyWith(String email) {
        var visitor = somebody();
        var answer = visitor.put(
                PRIVACY + "/contact",
                Json.createObjectBuilder()
                        .add("name", "Ada")
                        .add("email", email)
                        .build()
                        .toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return visitor;
    }

    private static String wish(String kind) {
        return "{\"id\":\"" + UUID.randomUUID() + "\",\"kind\":\"" + kind
                + "\",\"detail\":\"please\",\"language\":\"de\"}";
    }

    private VisitorClient.Exchange byEmail(String kind, String email) {
        return byEmail(kind, email, "please");
    }

    private VisitorClient.Exchange byEmail(String kind, String email, String detail) {
        return new VisitorClient(lethe)
                .post(
                        PRIVACY + "/code",
                        "{\"email\":\"" + email + "\",\"kind\":\"" + kind + "\",\"detail\":\"" + detail
                                + "\",\"language\":\"en\"}");
    }

    private VisitorClient.Exchange prove(String request, String code) {
        return new VisitorClient(lethe)
                .post(PRIVACY + "/code", "{\"request\":\"" + request + "\",\"code\":\"" + code + "\"}");
    }

    private static String requestIn(VisitorClient.Exchange answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return answer.problem().getString("request");
    }

    private static void refused(VisitorClient.Exchange answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.problem().getString("type")).isEqualTo("urn:lethe:problem:" + code);
    }

    @Test
    void tellsWhoIsResponsibleBeforeAnybodyIsKnown() {
        var notice = new VisitorClient(lethe).get(PRIVACY);
        assertThat(notice.status()).as(notice.body()).isEqualTo(200);
        assertThat(notice.problem().getBoolean("known")).isFalse();
        assertThat(notice.problem().getJsonArray("rights")).hasSize(8);
        assertThat(notice.problem().getBoolean("codesByEmail")).isTrue();
        assertThat(notice.problem().getJsonArray("periods")).isNotEmpty();

        assertThat(somebody().get(PRIVACY).body()).contains("\"entity\":\"message\"", "\"state\":\"ACTIVE\"");
    }

    @Test
    void keepsAContactSealedAndPutsItRight() throws Exception {
        var visitor = somebodyWith(address);
        assertThat(visitor.get(PRIVACY + "/contact").problem().getString("email"))
                .isEqualTo(address);
        assertThat(Traces.of(lethe, address)).isEmpty();

        var wrong = visitor.put(PRIVACY + "/contact", "{\"email\":\"not an address\"}");
        refused(wrong, 400, "contact-email-invalid");
        visitor.put(PRIVACY + "/contact", "{\"name\":\"Ada L.\",\"email\":\"" + address + "\",\"phone\":\"\"}");
        var requests = visitor.get(PRIVACY + "/requests").problem().getJsonArray("requests");
        assertThat(requests).hasSize(1);
        assertThat(requests.getJsonObject(0).getString("kind")).isEqualTo("RECTIFICATION");
        assertThat(requests.getJsonObject(0).getString("outcome")).isEqualTo("FULFILLED");
    }

    @Test
    void stopsAtAnObjectionAndGoesOnWhenItIsTakenBack() {
        var visitor = somebody();
        String wish = wish("OBJECTION");
        var filed = visitor.post(PRIVACY + "/requests", wish);
        assertThat(filed.status()).as(filed.body()).isEqualTo(201);
        assertThat(filed.problem().getString("state")).isEqualTo("OPEN");
        assertThat(filed.problem().getInt("daysLeft")).isBetween(28, 34);
        assertThat(visitor.get(PRIVACY).problem().getString("state")).isEqualTo("RESTRICTED");

        assertThat(visitor.post(PRIVACY + "/requests", wish).problem().getString("id"))
                .as("sent again")
                .isEqualTo(filed.problem().getString("id"));
        String own = PRIVACY + "/requests/" + filed.problem().getString("id");
        refused(somebody().delete(own), 404, "request-not-found");
        assertThat(visitor.delete(own).problem().getString("state")).isEqualTo("CANCELLED");
        refused(visitor.delete(own), 409, "request-closed");
        assertThat(visitor.get(PRIVACY).problem().getString("state")).isEqualTo("ACTIVE");
    }

    @Test
    void restrictsAndLiftsAtThePersonsWish() {
        var visitor = somebody();
        var restricted = visitor.put(PRIVACY + "/restriction", "{\"ground\":\"CLAIMS\",\"language\":\"fi\"}");
        assertThat(restricted.problem().getString("state")).isEqualTo("RESTRICTED");
        assertThat(visitor.delete(PRIVACY + "/restriction").problem().getString("state"))
                .isEqualTo("ACTIVE");
        refused(visitor.put(PRIVACY + "/restriction", "{}"), 400, "ground-invalid");
        refused(visitor.post(PRIVACY + "/requests", wish("RESTRICTION")), 409, "use-own-path");
        refused(visitor.post(PRIVACY + "/requests", wish("NONSENSE")), 400, "kind-invalid");
        refused(new VisitorClient(lethe).get(PRIVACY + "/requests"), 401, "not-a-visitor");
    }

    @Test
    void forgetsEverybodyUnderAProvedAddress() throws Exception {
        var first = somebodyWith(address);
        var second = somebodyWith(address.toUpperCase(Locale.ROOT));
        var other = somebodyWith("b" + address);
        first.post(PRIVACY + "/requests", wish("HUMAN_REVIEW"));

        String request = requestIn(byEmail("ERASURE", address));
        String code = lethe.mail().code(1, address);
        refused(prove(request, code.equals("00000000") ? "00000001" : "00000000"), 403, "code-wrong");
        var proved = prove(request, code);
        assertThat(proved.status()).as(proved.body()).isEqualTo(200);
        assertThat(proved.problem().getJsonArray("erased")).hasSize(2);
        assertThat(lethe.mail().await(2, address))
                .as("an answer may be lost on the way, a letter is not")
                .contains(
                        proved.problem().getJsonArray("erased").getJsonObject(1).getString("receiptCode"));
        refused(prove(request, code), 410, "code-expired");

        refused(first.get(PRIVACY + "/contact"), 410, "subject-gone");
        refused(second.get(PRIVACY + "/requests"), 410, "subject-gone");
        assertThat(other.get(PRIVACY + "/contact").status()).isEqualTo(200);
        RunningLethe.await("the request to be done", () -> "DONE".equals(stateOf(request)));
        assertThat(Traces.of(lethe, address)).isEmpty();
        assertThat(rowsOfRequest(request)).as("words, people and codes").isZero();
    }

    @Test
    void forgetsWhatElseWasAskedFromAProvedAddress() throws Exception {
        somebodyWith(address);
        String noted = noted(address);
        String ofSomebodyElse = noted("b" + address);

        // First comes the letter that the request was received.
        lethe.mail().await(1, address);
        prove(requestIn(byEmail("ERASURE", address)), lethe.mail().code(2, address));

        assertThat(rowsOfRequest(noted)).as("words, people and codes").isZero();
        assertThat(Sql.number(lethe, "select count(*) from compliance.subject_request where id = '" + noted + "'"))
                .as("the ledger")
                .isOne();
        assertThat(rowsOfRequest(ofSomebodyElse)).isOne();
    }

    /** As a member writes down what came by letter: with an address, and nobody known. */
    private String noted(String email) throws SQLException, IOException {
        String wish = "{\"kind\":\"HUMAN_REVIEW\",\"email\":\"" + email + "\",\"text\":\"Why?\"}";
        var filed = Program.ofTheDemo(lethe).send("POST", "requests", wish, null);
        assertThat(filed.status()).as(filed.text()).isEqualTo(201);
        return filed.json().getJsonObject("row").getString("id");
    }

    @Test
    void doesNotTellWhetherAnAddressIsKnown() throws Exception {
        somebodyWith(address);
        String nobody = "nobody" + address;
        JsonObject known = byEmail("ACCESS", address).problem();
        JsonObject unknown = byEmail("ACCESS", nobody).problem();
        assertThat(unknown.keySet()).isEqualTo(known.keySet());
        String letter = lethe.mail().await(1, address);
        assertThat(lethe.mail().await(1, nobody).replaceAll("[0-9a-f-]{8,}", "#"))
                .isEqualTo(letter.replaceAll("[0-9a-f-]{8,}", "#"));

        var proved = prove(unknown.getString("request"), lethe.mail().code(1, nobody));
        assertThat(proved.problem().getJsonObject("request").getString("outcome"))
                .isEqualTo("NOTHING_HELD");
        assertThat(rowsOfRequest(unknown.getString("request"))).isZero();
    }

    @Test
    void givesTheFilesToWhoeverHasProvedTheAddress() throws Exception {
        somebodyWith(address);
        String request = requestIn(byEmail("ACCESS", address));
        var proved = prove(request, lethe.mail().code(1, address));
        String proof = proved.problem().getString("proof");

        var report = withProof(request, proof, "report?format=json");
        assertThat(report.status()).as(report.body()).isEqualTo(200);
        assertThat(report.body()).contains("What is an origin?", address);
        assertThat(withProof(request, proof, "export").status()).isEqualTo(200);
        refused(withProof(request, proof, "report?format=exe"), 400, "format-invalid");
        refused(withProof(request, "a" + proof, "export"), 401, "proof-invalid");
        refused(withProof(UUID.randomUUID().toString(), proof, "export"), 401, "proof-invalid");
    }

    private VisitorClient.Exchange withProof(String request, String proof, String file) {
        var client = new VisitorClient(lethe);
        return client.send(client.request(PRIVACY + "/requests/" + request + "/" + file)
                .header("Authorization", "Bearer " + proof)
                .GET()
                .build());
    }

    @Test
    void erasesAPortionAtATimeHoweverManyHaveLeftTheAddress() throws Exception {
        for (int visitor = 0; visitor < PORTION; visitor++) {
            somebodyWith(address);
        }
        var last = somebodyWith(address);
        String access = requestIn(byEmail("ACCESS", address));
        var proved = prove(access, lethe.mail().code(1, address)).problem();
        assertThat(proved.getInt("portions")).isEqualTo(2);
        assertThat(withProof(access, proved.getString("proof"), "export?part=2").status())
                .isEqualTo(200);
        refused(withProof(access, proved.getString("proof"), "export?part=3"), 400, "part-invalid");

        String request = requestIn(byEmail("ERASURE", address));
        var erased = prove(request, lethe.mail().code(2, address)).problem().getJsonArray("erased");
        assertThat(erased).hasSize(PORTION);
        RunningLethe.await("the rest to be erased", () -> "DONE".equals(stateOf(request)));
        refused(last.get(PRIVACY + "/contact"), 410, "subject-gone");
        assertThat(lethe.mail().await(4, address))
                .as("the receipts of the rest")
                .contains("/certificates/");
        assertThat(rowsOfRequest(request)).isZero();
    }

    @Test
    void namesTheLawThatKeepsSomethingOfAnErasedPerson() throws Exception {
        var visitor = somebodyWith(address);
        hold(visitor);
        String request = requestIn(byEmail("ERASURE", address));
        var erased = prove(request, lethe.mail().code(1, address))
                .problem()
                .getJsonArray("erased")
                .getJsonObject(0);
        assertThat(erased.getJsonArray("kept").getJsonObject(0).getString("law"))
                .isEqualTo("§ 257 HGB");
        assertThat(erased.getJsonArray("kept").getJsonObject(0).getString("until"))
                .isEqualTo("2036-12-31");
        assertThat(lethe.mail().await(2, address))
                .contains("§ 257 HGB", "December 31, 2036", "complaint")
                .doesNotContain("nobody can read it any more");
    }

    @Test
    void keepsTheRequestsOfAnAddressFromABrowserThatMerelyTypedIt() throws Exception {
        String secret = "confidential" + System.nanoTime();
        var stranger = somebodyWith(address);
        String request = requestIn(byEmail("OBJECTION", address, secret));
        var proved = prove(request, lethe.mail().code(1, address));
        assertThat(proved.status()).as(proved.body()).isEqualTo(200);
        assertThat(stranger.get(PRIVACY).problem().getString("state")).isEqualTo("RESTRICTED");

        assertThat(stranger.get(PRIVACY + "/requests").problem().getJsonArray("requests"))
                .isEmpty();
        refused(stranger.delete(PRIVACY + "/requests/" + request), 404, "request-not-found");
        assertThat(stranger.get(PRIVACY + "/report?format=json").body()).doesNotContain(secret, request);
        assertThat(stateOf(request)).isEqualTo("OPEN");

        String access = requestIn(byEmail("ACCESS", address));
        String proof = prove(access, lethe.mail().code(2, address)).problem().getString("proof");
        assertThat(withProof(access, proof, "report?format=json").body()).contains(secret, request);
    }

    @Test
    void sendsNobodyMoreCodesThanAPersonNeeds() {
        for (int code = 0; code < 3; code++) {
            requestIn(byEmail("ACCESS", address));
        }
        refused(byEmail("ACCESS", address), 429, "too-many-codes");
        refused(byEmail("ACCESS", "a@b@c"), 400, "email-invalid");
    }

    @Test
    void sendsNobodyMoreCodesWhenAllAreAskedForAtOnce() throws Exception {
        Callable<Integer> ask = () -> byEmail("ACCESS", address).status();
        var asking = Executors.newFixedThreadPool(8);
        try {
            var answers = asking.invokeAll(Collections.nCopies(8, ask));
            int sent = 0;
            for (var answer : answers) {
                assertThat(answer.get()).isIn(202, 429);
                sent += answer.get() == 202 ? 1 : 0;
            }
            assertThat(sent).isEqualTo(3);
        } finally {
            asking.shutdownNow();
        }
    }

    @Test
    void keepsNothingOfALetterThatIsGone() throws Exception {
        requestIn(byEmail("ACCESS", address));
        lethe.mail().await(1, address);
        RunningLethe.await(
                "the letters to be settled",
                () -> Sql.number(lethe, "select count(*) from compliance.letter" + " where state = 'WAITING'") == 0);
        assertThat(Sql.number(lethe, "select count(*) from compliance.letter where sealed_to is not null"))
                .isZero();
    }

    private void hold(VisitorClient visitor) throws SQLException, IOException {
        UUID hold = UUID.randomUUID();
        try (var data = lethe.database("lethe");
                var statement = data.createStatement()) {
            statement.execute(
                    "insert into compliance.legal_hold (id, account_id, law, until, items, placed_by, placed_at)"
                            + " select '" + hold + "', account_id, '§ 257 HGB', '2036-12-31', 1, account_id, now()"
                            + " from chat.conversation where id = '" + visitor.conversation() + "'");
            statement.execute("insert into compliance.hold_item (hold_id, account_id, subject_id, entity_id) select '"
                    + hold + "', account_id, subject_id, id from chat.conversation where id = '"
                    + visitor.conversation() + "'");
        }
    }

    private String stateOf(String request) throws SQLException, IOException {
        try (var data = lethe.database("lethe");
                var row = data.createStatement()
                        .executeQuery("select state from compliance.subject_request where id = '" + request + "'")) {
            row.next();
            return row.getString(1);
        }
    }

    private long rowsOfRequest(String request) throws SQLException, IOException {
        return Sql.number(
                lethe,
                "select (select count(*) from compliance.request_words where request_id = '" + request + "')"
                        + " + (select count(*) from compliance.request_person where request_id = '" + request + "')"
                        + " + (select count(*) from compliance.identity_code where request_id = '" + request + "')");
    }
}
