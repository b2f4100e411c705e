package eu.lethe.system;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A program of an account, with a key of its own, on the other end of the API. */
final class Program {

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI api;
    private final String key;
    private final UUID account;

    private Program(URI api, String key, UUID account) {
        this.api = api;
        this.key = key;
        this.account = account;
    }

    /** Whatever came back. */
    @SuppressWarnings("ArrayRecordComponent")
    record Answer(int status, byte[] bytes) {

        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        JsonObject json() {
            try (var reader = Json.createReader(new StringReader(text()))) {
                return reader.readObject();
            }
        }
    }

    /** With the roles ADMIN and DPO in the account of the demo. */
    static Program ofTheDemo(RunningLethe lethe) throws SQLException, IOException {
        try (var data = lethe.database("lethe")) {
            return of(lethe, data, id(data, "select account_id from chat.site where public_key = 'demo'"));
        }
    }

    /** With the roles ADMIN and DPO in an account that has nothing. */
    static Program ofAnotherAccount(RunningLethe lethe) throws SQLException, IOException {
        try (var data = lethe.database("lethe")) {
            return of(
                    lethe,
                    data,
                    id(
                            data,
                            "insert into compliance.account (id, name, created_at)"
                                    + " values (gen_random_uuid(), 'Somebody else', now()) returning id"));
        }
    }

    // By hand: the screen for keys has its own test, and an account beside the first one nobody can open yet.
    private static Program of(RunningLethe lethe, Connection data, UUID account) throws SQLException {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        String key = "lethe_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        try (var client = data.prepareStatement("with made as (insert into compliance.api_client"
                + " (id, account_id, name, beginning, key_digest, created_at, expires_at)"
                + " values (gen_random_uuid(), ?, 'System test', ?, ?, now(), now() + interval '1 day') returning id)"
                + " insert into compliance.api_client_role select id, unnest(array ['ADMIN', 'DPO']) from made")) {
            client.setObject(1, account);
            client.setString(2, key.substring(0, 12));
            client.setBytes(3, digest(key));
            client.executeUpdate();
        }
        return new Program(lethe.url().resolve("/api/v1/"), key, account);
    }

    /** The same program, whose requests get to another node. */
    Program at(URI node) {
        return new Program(node.resolve("/api/v1/"), key, account);
    }

    UUID account() {
        return account;
    }

    Answer get(String path) {
        return send("GET", path, null, null);
    }

    Answer send(String method, String path, @Nullable String body, @Nullable String idempotencyKey) {
        var request = HttpRequest.newBuilder(api.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + key)
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static UUID id(Connection data, String sql) throws SQLException {
        try (var statement = data.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getObject(1, UUID.class);
        }
    }

    private static byte[] digest(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
