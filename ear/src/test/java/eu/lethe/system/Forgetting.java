package eu.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One visitor's wish to be forgotten, and what becomes of it. */
final class Forgetting {

    private final RunningLethe lethe;
    private final UUID subject;
    private final @Nullable JsonObject receipt;

    private Forgetting(RunningLethe lethe, UUID subject, @Nullable JsonObject receipt) {
        this.lethe = lethe;
        this.subject = subject;
        this.receipt = receipt;
    }

    /** Asks in the visitor's name, as the widget does. */
    static Forgetting of(RunningLethe lethe, VisitorClient visitor) throws SQLException, IOException {
        UUID subject = lethe.subjectOf(visitor.conversation());
        var answer = ask(visitor);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        JsonObject erased = object(answer.body()).getJsonArray("erased").getJsonObject(0);
        return new Forgetting(lethe, subject, erased);
    }

    /** Follows an erasure whose answer got lost. */
    static Forgetting of(RunningLethe lethe, UUID subject) {
        return new Forgetting(lethe, subject, null);
    }

    /** Asks in the visitor's name for what the server may not live long enough to answer. */
    static void askAndLose(VisitorClient visitor) {
        try {
            ask(visitor);
        } catch (UncheckedIOException connectionLost) {
            // The server died before it could answer.
        }
    }

    static VisitorClient.Exchange ask(VisitorClient visitor) {
        String wish = "{\"id\":\"" + UUID.randomUUID() + "\",\"language\":\"en\"}";
        return visitor.post("/visitor/sites/demo/privacy/erasure", wish);
    }

    String receiptCode() {
        return erased().getString("receiptCode");
    }

    UUID certificate() {
        return UUID.fromString(erased().getString("certificate"));
    }

    UUID subject() {
        return subject;
    }

    /** Waits until the erasure is certified, with nobody's help. */
    Forgetting awaitCertificate() {
        RunningLethe.await("the certificate about " + subject, () -> "CERTIFIED".equals(state()));
        return this;
    }

    @Nullable
    String state() throws SQLException, IOException {
        try (var data = lethe.database("lethe");
                var query = data.prepareStatement("select state from compliance.erasure_job where subject_id = ?")) {
            query.setObject(1, subject);
            try (var rows = query.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        }
    }

    /** What the certificate says was found, removed and left, store by store. */
    List<String> counts() throws SQLException, IOException {
        try (var data = lethe.database("lethe");
                var query = data.prepareStatement("select c.document from compliance.erasure_certificate c"
                        + " join compliance.erasure_job j on j.id = c.job_id where j.subject_id = ?")) {
            query.setObject(1, subject);
            try (var rows = query.executeQuery()) {
                rows.next();
                return object(rows.getString(1))
                        .getJsonObject("body")
                        .getJsonArray("stores")
                        .getValuesAs(JsonObject.class)
                        .stream()
                        .map(step -> Stream.of("store", "action", "state", "found", "removed", "remaining")
                                .map(member -> String.valueOf(step.get(member)))
                                .collect(Collectors.joining(" ")))
                        .toList();
            }
        }
    }

    /** Tables of both databases that still know the person, the ledger and the log of who did what aside. */
    List<String> left() throws SQLException, IOException {
        List<String> found = lethe.rowsAbout(subject);
        found.remove("compliance.erasure_job");
        return found;
    }

    private JsonObject erased() {
        if (receipt == null) {
            throw new IllegalStateException("the receipt was lost");
        }
        return receipt;
    }

    private static JsonObject object(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
