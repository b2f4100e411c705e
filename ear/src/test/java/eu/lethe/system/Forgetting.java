package eu.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
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
