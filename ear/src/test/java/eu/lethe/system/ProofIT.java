package eu.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the person takes home: a certificate and a program to check it with, and the seals that outlive the database. */
@Order(26)
class ProofIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int MUTATIONS = 5;

    private final RunningLethe lethe = RunningLethe.withoutModel();

    @TempDir
    private Path folder;

    @Test
    void i12_givesACertificateThatVerifiesOfflineUntilAByteIsChanged() throws Exception {
        Forgetting erasure = forgotten();
        Path verifier = folder.resolve("verify.jar");
        Files.write(verifier, bytes("/certificates/verify.jar"));
        byte[] document = bytes("/certificates/" + erasure.certificate() + ".json");
        Path file = Files.write(folder.resolve("certificate.json"), document);
        String key = json(text("/certificates/key", "application/json")).getString("keyId");

        assertThat(run(verifier, file, "--key", key, "--code", erasure.receiptCode()))
                .isZero();
        assertThat(run(verifier, file, "--code", UUID.randomUUID().toString())).isOne();

        var random = new Random(12);
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] changed = document.clone();
            changed[random.nextInt(changed.length)] ^= 1;
            Files.write(file, changed);
            assertThat(run(verifier, file))
                    .as(new String(changed, StandardCharsets.UTF_8))
                    .isOne();
        }
    }

    @Test
    void showsTheCertificateToWhoeverHasItsAddressInTheirLanguage() throws Exception {
        Forgetting erasure = forgotten();
        URI page = lethe.url().resolve("/certificates/" + erasure.certificate());

        var german = HTTP.send(
                HttpRequest.newBuilder(page)
                        .header("Accept", "text/html,*/*;q=0.8")
                        .header("Accept-Language", "de-AT,de;q=0.9,en;q=0.5")
                        .build(),
                BodyHandlers.ofString());
        assertThat(german.statusCode()).isEqualTo(200);
        assertThat(german.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(german.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(german.body()).contains("<html lang=\"de\">", "Löschbescheinigung", "conversations");

        assertThat(typed(page, erasure.receiptCode()).body()).contains("Yes: this receipt code belongs");
        assertThat(typed(page, UUID.randomUUID().toString()).body()).contains("does not belong");
        assertThat(json(text(page.getPath(), "application/json")).getString("type"))
                .isEqualTo("erasure-certificate");
    }

    @Test
    void saysThatThereIsNoCertificateAsAPageAndAsAProblem() throws Exception {
        for (String id : List.of(UUID.randomUUID().toString(), "1", "x.json")) {
            assertThat(get("/certificates/" + id, "text/html").statusCode()).isEqualTo(404);
        }
        var problem = get("/certificates/" + UUID.randomUUID() + ".json", "application/json");
        assertThat(problem.statusCode()).isEqualTo(404);
        assertThat(json(problem.body()).getString("type")).isEqualTo("urn:lethe:problem:certificate-unknown");
    }

    @Test
    void i13_sealsTheLogInTheDatabaseAndInASecondPlace() throws Exception {
        new VisitorClient(lethe).ask("Where are messages stored?");
        forgotten();
        Path copy = lethe.home().resolve("proof").resolve("seals.log");
        try (var database = lethe.database("lethe");
                var statement = database.createStatement()) {
            statement.execute("select set_config('app.scope', 'all', false)");
            RunningLethe.await("every event to be sealed", () -> {
                try (var row =
                        statement.executeQuery("select max(e.seq), (select max(to_seq) from compliance.audit_seal)"
                                + " from compliance.audit_event e")) {
                    row.next();
                    return row.getLong(1) > 0 && row.getLong(1) <= row.getLong(2);
                }
            });
            RunningLethe.await("the copy to have every seal", () -> {
                var stored = new ArrayList<String>();
                try (var rows = statement.executeQuery("select document from compliance.audit_seal order by id")) {
                    while (rows.next()) {
                        stored.add(rows.getString(1));
                    }
                }
                return Files.readAllLines(copy).equals(stored);
            });
        }
    }

    private Forgetting forgotten() throws Exception {
        var visitor = new VisitorClient(lethe);
        visitor.ask("Where are messages stored?");
        return Forgetting.of(lethe, visitor).awaitCertificate();
    }

    private static HttpResponse<String> typed(URI page, String code) throws IOException, InterruptedException {
        String form = "code=" + URLEncoder.encode(code, StandardCharsets.UTF_8);
        return HTTP.send(
                HttpRequest.newBuilder(page)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "text/html")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String type) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(lethe.url().resolve(path))
                        .header("Accept", type)
                        .build(),
                BodyHandlers.ofString());
    }

    private String text(String path, String type) throws IOException, InterruptedException {
        var response = get(path, type);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    private byte[] bytes(String path) throws IOException, InterruptedException {
        var response =
                HTTP.send(HttpRequest.newBuilder(lethe.url().resolve(path)).build(), BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private int run(Path verifier, Path file, String... options) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                verifier.toString(),
                file.toString()));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
