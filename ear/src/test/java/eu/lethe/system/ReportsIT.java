package eu.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What a person gets who asks what is held about them, and a program that asks for them. */
@Order(41)
class ReportsIT {

    private static final String QUESTION = "Where are the messages of <b>visitors</b> stored?";

    private final RunningLethe lethe = RunningLethe.withoutModel();
    private final Program program = Program.ofTheDemo(lethe);

    ReportsIT() throws SQLException, IOException {}

    @Test
    void showsEverythingThatWasSaidInThreeForms() throws Exception {
        UUID subject = somebody();

        var json = report(subject, "JSON", "en").json();
        String html = report(subject, "HTML", "en").text();
        var pdf = report(subject, "PDF", "en");

        assertThat(rows(json, "message")).hasSize(2);
        assertThat(rows(json, "message").get(0).getString("text")).isEqualTo(QUESTION);
        assertThat(rows(json, "message").get(1).getBoolean("aiGenerated")).isTrue();
        assertThat(rows(json, "citation")).isNotEmpty();
        assertThat(rows(json, "conversation").get(0).getString("leadStatus")).isEqualTo("NONE");
        assertThat(html).contains("&lt;b&gt;visitors&lt;/b&gt;", subject.toString());
        assertThat(html).contains("default-src 'none'").doesNotContain("<script", "<img", "<link");
        assertThat(new String(pdf.bytes(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    @Test
    void callsEverythingByItsNameInEveryLanguage() throws Exception {
        UUID subject = somebody();

        for (String language : List.of("en", "de", "fi")) {
            var report = report(subject, "JSON", language).json();
            assertThat(report.getString("language")).isEqualTo(language);
            assertThat(report.getJsonArray("held").getValuesAs(JsonObject.class))
                    .hasSizeGreaterThanOrEqualTo(7)
                    .allSatisfy(held -> assertThat(held.getString("title")).isNotEqualTo(held.getString("entity")));
        }
    }

    @Test
    void exportsWhatItsOwnSchemasPromise() throws Exception {
        var files = unpacked(
                program.get("subjects/" + somebodyWithEverything() + "/export").bytes());
        var manifest = json(entry(files, "manifest.json"));
        var factory = JsonSchemaFactory.getInstance(VersionFlag.V202012);

        for (var file : manifest.getJsonArray("files").getValuesAs(JsonObject.class)) {
            byte[] content = entry(files, file.getString("path"));
            assertThat(sha256(content)).isEqualTo(file.getString("sha256"));
            if (file.containsKey("schema") && !file.isNull("schema")) {
                String schema = new String(entry(files, file.getString("schema")), StandardCharsets.UTF_8);
                assertThat(schema).contains("\"$id\": \"urn:lethe:export:1:");
                assertThat(factory.getSchema(schema)
                                .validate(new String(content, StandardCharsets.UTF_8), InputFormat.JSON))
                        .as(file.getString("path"))
                        .isEmpty();
            }
        }
        assertThat(files).containsKeys("data/visitor.json");
        for (String entity :
                List.of("message", "contact", "request", "restriction", "disclosure", "letter", "conversation")) {
            assertThat(new String(entry(files, "data/" + entity + ".json"), StandardCharsets.UTF_8))
                    .as(entity)
                    .contains("{");
        }
    }

    /** Somebody of whom every store holds something. */
    private UUID somebodyWithEverything() throws SQLException, IOException {
        var visitor = new VisitorClient(lethe);
        assertThat(visitor.ask(QUESTION).status()).isEqualTo(200);
        UUID subject = lethe.subjectOf(visitor.conversation());
        String address = "grace" + System.nanoTime() + "@example.org";
        visitor.put("/visitor/sites/demo/privacy/contact", "{\"name\":\"Grace\",\"email\":\"" + address + "\"}");
        visitor.post(
                "/visitor/sites/demo/privacy/requests",
                "{\"id\":\"" + UUID.randomUUID() + "\",\"kind\":\"OBJECTION\",\"detail\":\"no\",\"language\":\"fi\"}");
        assertThat(program.send(
                                "POST",
                                "requests",
                                "{\"kind\":\"ACCESS\",\"email\":\"" + address + "\",\"subject\":\"" + subject
                                        + "\",\"text\":\"please\"}",
                                null)
                        .status())
                .isEqualTo(201);
        giveAway(subject);
        return subject;
    }

    /** As if a customer database had been given the person's address. */
    private void giveAway(UUID subject) throws SQLException, IOException {
        try (var data = lethe.database("lethe");
                var insert = data.prepareStatement("with r as (insert into compliance.recipient (id, account_id, name,"
                        + " category, country, mechanism, state, by_operator, created_at, announced_at, active_from)"
                        + " select gen_random_uuid(), account_id, 'Customers', 'CRM', 'FI', 'EEA', 'ACTIVE', false, now(), now(),"
                        + " now() from compliance.subject where id = ? returning id, account_id)"
                        + " insert into compliance.disclosure (id, account_id, subject_id, generation, recipient_id, channel,"
                        + " state, fields, redactions, request_id, sent_at) select gen_random_uuid(), s.account_id, s.id,"
                        + " s.generation, r.id, 'API', 'SENT', 'EMAIL,NAME', 0, 'call-1', now()"
                        + " from compliance.subject s, r where s.id = ?")) {
            insert.setObject(1, subject);
            insert.setObject(2, subject);
            insert.executeUpdate();
        }
    }

    @Test
    void writesDownWhoAskedForAReport() throws Exception {
        UUID subject = somebody();
        report(subject, "JSON", "en");

        try (var data = lethe.database("lethe");
                var query = data.prepareStatement("select count(*) from compliance.audit_event"
                        + " where action = 'ACCESS_REPORT_MADE' and object_id = ? and actor is not null")) {
            query.setObject(1, subject);
            var rows = query.executeQuery();
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(1);
        }
    }

    @Test
    void forgetsSomebodyOnceHoweverOftenAProgramAsks() throws Exception {
        UUID subject = somebody();
        String path = "subjects/" + subject + "/erasure";

        var first = program.send("POST", path, null, "once-" + subject);
        var again = program.send("POST", path, null, "once-" + subject);
        var other = program.send("POST", "subjects/" + UUID.randomUUID() + "/erasure", null, "once-" + subject);

        assertThat(first.status()).isEqualTo(202);
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.json().getString("erasure")).isEqualTo(first.json().getString("erasure"));
        assertThat(first.json().containsKey("receiptCode")).isTrue();
        assertThat(again.json().containsKey("receiptCode")).isFalse();
        assertThat(other.status()).isEqualTo(409);
        assertThat(report(subject, "HTML", "en").status()).isEqualTo(404);
        assertThat(program.get("subjects/" + subject + "/export").status()).isEqualTo(404);
    }

    @Test
    void countsForThePersonWhatItExports() throws Exception {
        var visitor = new VisitorClient(lethe);
        visitor.ask(QUESTION);
        visitor.ask("Where are messages stored?");
        var held = visitor.get("/visitor/sites/demo/privacy").problem().getJsonArray("held");

        JsonObject report =
                report(lethe.subjectOf(visitor.conversation()), "JSON", "en").json();

        for (String entity : List.of("conversation", "message", "citation")) {
            assertThat(held.getValuesAs(JsonObject.class).stream()
                            .filter(one -> one.getString("entity").equals(entity))
                            .mapToInt(one -> one.getInt("count")))
                    .as(entity)
                    .containsExactly(rows(report, entity).size());
        }
    }

    @Test
    void refusesWhatTheContractDoesNotKnow() {
        String nobody = UUID.randomUUID().toString();

        assertThat(Stream.of(
                                program.get("conversations?phase=DREAMING"),
                                program.get("conversations?from=yesterday"),
                                program.get("conversations?from=%2B1000000000-01-01T00:00:00Z"),
                                program.get("conversations?offset=99999999999"),
                                program.get("conversations?limit=-1"),
                                program.get("conversations?query=%00"),
                                program.get("conversations/1-1-1-1-1"),
                                program.get("subjects/" + nobody + "/report?format=DOCX"),
                                program.send("POST", "requests", "{\"kind\":", null),
                                program.send("POST", "requests", "[]", null),
                                program.send("POST", "requests", "{\"kind\":\"WISH\"}", null),
                                program.send("POST", "requests", "{\"kind\":\"ACCESS\",\"text\":\"\\u0000\"}", null),
                                program.send("POST", "subjects/search", "{\"email\":\"\\ud800@example.org\"}", null),
                                program.send("PATCH", "conversations", "{}", null))
                        .map(Program.Answer::status))
                .allSatisfy(status -> assertThat(status).isBetween(400, 499));
    }

    private UUID somebody() throws SQLException, IOException {
        var visitor = new VisitorClient(lethe);
        assertThat(visitor.ask(QUESTION).status()).isEqualTo(200);
        return lethe.subjectOf(visitor.conversation());
    }

    private Program.Answer report(UUID subject, String format, String language) {
        return program.get("subjects/" + subject + "/report?format=" + format + "&language=" + language);
    }

    private static List<JsonObject> rows(JsonObject report, String entity) {
        return report.getJsonArray("held").getValuesAs(JsonObject.class).stream()
                .filter(held -> held.getString("entity").equals(entity))
                .flatMap(held -> held.getJsonArray("rows").getValuesAs(JsonObject.class).stream())
                .toList();
    }

    private static byte[] entry(Map<String, byte[]> files, String path) {
        return Objects.requireNonNull(files.get(path), path);
    }

    private static JsonObject json(byte[] bytes) {
        try (var reader = Json.createReader(new StringReader(new String(bytes, StandardCharsets.UTF_8)))) {
            return reader.readObject();
        }
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    private static Map<String, byte[]> unpacked(byte[] zip) throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }
}
