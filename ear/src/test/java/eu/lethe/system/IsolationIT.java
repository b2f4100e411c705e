package eu.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** One account tries everything it can on what another one holds. */
@Order(40)
class IsolationIT {

    private static final List<String> METHODS = List.of("get", "put", "post", "delete");

    private final RunningLethe lethe = RunningLethe.withoutModel();
    private final Program ours;
    private final Program theirs;

    IsolationIT() throws SQLException, IOException {
        ours = Program.ofTheDemo(lethe);
        theirs = Program.ofAnotherAccount(lethe);
    }

    /** One operation of the contract, ready to be tried. */
    private record Operation(
            String method, String path, @Nullable String body) {}

    @Test
    void i21_findsNothingOfAnotherAccountOnAnyEndpoint() throws Exception {
        Set<UUID> ids = idsOfOurs();
        List<Operation> operations = operations();

        assertThat(operations).hasSizeGreaterThanOrEqualTo(10);
        for (var operation : operations) {
            for (UUID id : ids) {
                String path = operation.path().substring(1).replace("{id}", id.toString());
                var answer = theirs.send(operation.method(), path, operation.body(), null);
                assertThat(answer.status())
                        .as("%s %s: %s", operation.method(), path, answer.text())
                        .isIn(403, 404);
            }
        }
        assertThat(Files.readString(lethe.home().resolve("logs/payara.log")))
                .contains("of account " + theirs.account() + " was refused with 404");
    }

    @Test
    void i21_listsNothingOfAnotherAccount() throws Exception {
        Set<UUID> ids = idsOfOurs();

        for (String path : List.of("conversations", "erasures", "requests")) {
            assertThat(theirs.get(path).json().getInt("total")).as(path).isZero();
        }
        for (UUID id : ids) {
            assertThat(theirs.get("conversations?query=" + id).json().getInt("total"))
                    .isZero();
        }
    }

    @Test
    void i21_filesNoRequestAboutSomebodyOfAnotherAccount() throws Exception {
        UUID subject = lethe.subjectOf(talk().conversation());

        var answer = theirs.send(
                "POST", "requests", "{\"kind\":\"ERASURE\",\"subject\":\"" + subject + "\"}", "isolation-" + subject);

        assertThat(answer.status()).as(answer.text()).isIn(400, 403, 404, 409, 410);
        assertThat(ours.get("subjects/" + subject).status()).isEqualTo(200);
    }

    @Test
    void i21_leavesWhatWasTriedAsItWas() throws Exception {
        var visitor = talk();
        UUID subject = lethe.subjectOf(visitor.conversation());

        theirs.send("POST", "subjects/" + subject + "/erasure", null, null);
        theirs.send("DELETE", "conversations/" + visitor.conversation(), null, null);
        theirs.send("PUT", "subjects/" + subject + "/restriction", "{\"ground\":\"OBJECTION\"}", null);

        assertThat(ours.get("conversations/" + visitor.conversation()).status()).isEqualTo(200);
        assertThat(ours.get("subjects/" + subject).json().getBoolean("restricted"))
                .isFalse();
        assertThat(visitor.ask("Are you still there?").status()).isEqualTo(200);
    }

    @Test
    void i21_refusesAVisitorOfOneSiteOnAnotherAccountsSite() throws Exception {
        String site = "isolation-" + UUID.randomUUID().toString().substring(0, 8);
        try (var data = lethe.database("lethe");
                var insert = data.prepareStatement(
                        "insert into chat.site (id, account_id, public_key, settings, created_at)"
                                + " select gen_random_uuid(), ?, ?, settings, now() from chat.site where public_key = 'demo'")) {
            insert.setObject(1, theirs.account());
            insert.setString(2, site);
            insert.executeUpdate();
        }
        var visitor = talk();

        var answer = visitor.get("/visitor/sites/" + site + "/conversations/" + visitor.conversation());

        assertThat(answer.status()).isEqualTo(401);
    }

    private VisitorClient talk() {
        var visitor = new VisitorClient(lethe);
        assertThat(visitor.ask("Where are messages stored?").status()).isEqualTo(200);
        return visitor;
    }

    /** Of every kind of thing the API names: a conversation, a person, an erasure, a request, a message, the account. */
    private Set<UUID> idsOfOurs() throws SQLException, IOException {
        var visitor = talk();
        UUID subject = lethe.subjectOf(visitor.conversation());
        var ids = new LinkedHashSet<UUID>();
        ids.add(visitor.conversation());
        ids.add(subject);
        ids.add(ours.account());
        var messages =
                ours.get("conversations/" + visitor.conversation()).json().getJsonArray("messages");
        ids.add(UUID.fromString(messages.getJsonObject(0).getString("id")));
        var filed = ours.send("POST", "requests", "{\"kind\":\"ACCESS\",\"subject\":\"" + subject + "\"}", null);
        assertThat(filed.status()).as(filed.text()).isEqualTo(201);
        ids.add(UUID.fromString(filed.json().getJsonObject("row").getString("id")));
        UUID other = lethe.subjectOf(talk().conversation());
        var erased = ours.send("POST", "subjects/" + other + "/erasure", null, null);
        assertThat(erased.status()).as(erased.text()).isEqualTo(202);
        ids.add(UUID.fromString(erased.json().getString("erasure")));
        return ids;
    }

    /** Everything in the contract that takes an id, each with the smallest body it accepts. */
    private List<Operation> operations() {
        JsonObject contract = ours.get("openapi.json").json();
        var operations = new ArrayList<Operation>();
        contract.getJsonObject("paths").forEach((path, methods) -> {
            for (String method : METHODS) {
                var operation = methods.asJsonObject().getJsonObject(method);
                if (operation != null && path.contains("{id}")) {
                    operations.add(new Operation(method.toUpperCase(Locale.ROOT), path, body(operation)));
                }
            }
        });
        return operations;
    }

    private static @Nullable String body(JsonObject operation) {
        if (!operation.containsKey("requestBody")) {
            return null;
        }
        var properties = operation
                .getJsonObject("requestBody")
                .getJsonObject("content")
                .getJsonObject("application/json")
                .getJsonObject("schema")
                .getJsonObject("properties");
        var body = Json.createObjectBuilder();
        properties.forEach((name, schema) -> {
            var values = schema.asJsonObject().getJsonArray("enum");
            body.add(name, values == null ? "x" : values.getString(0));
        });
        return body.build().toString();
    }
}
