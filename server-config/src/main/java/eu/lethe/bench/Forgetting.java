package eu.lethe.bench;

import eu.lethe.server.postgres.Superuser;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * How long it takes until nobody sees a person any more, and until the certificate is there, for somebody with many messages among
 * many more of others; against a plain SQL DELETE of as many rows in the same run. Lethe must run in demo mode on the home; its
 * data should be nobody's.
 *
 * <pre>
 * java -cp lethe.jar eu.lethe.bench.Forgetting &lt;home&gt; 8080 1000000 1000 5
 * </pre>
 */
public final class Forgetting {

    private static final long PATIENCE_MILLIS = 600_000;
    private static final int OF_EACH = 20;

    private final Connection data;
    private final URI lethe;
    private final String origin;
    private final int own;

    private Forgetting(Connection data, int port, int own) {
        this.data = data;
        this.lethe = URI.create("http://localhost:" + port);
        this.origin = "http://localhost:" + (port + 1);
        this.own = own;
    }

    /** Home, Lethe's port, messages of others, messages of the person, rounds. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 5) {
            System.err.println(
                    "Forgetting <home> <Lethe's port> <messages of others> <messages of the person> <rounds>");
            System.exit(2);
        }
        int port = Integer.parseInt(arguments[1]);
        try (var data = Superuser.connect(Path.of(arguments[0]), port + 2, "lethe")) {
            var bench = new Forgetting(data, port, Integer.parseInt(arguments[3]));
            bench.others(Integer.parseInt(arguments[2]));
            var certified = new ArrayList<Double>();
            for (int round = 0; round < Integer.parseInt(arguments[4]); round++) {
                certified.add(bench.round());
            }
            certified.sort(null);
            System.out.printf("median to the certificate: %.2f s%n", certified.get(certified.size() / 2));
        }
    }

    private double round() throws Exception {
        double plain = delete(somebody().conversation());
        Person leaving = somebody();
        long start = System.nanoTime();
        UUID certificate = leaving.visitor().beForgotten();
        double fenced = seconds(start);
        awaitCertificate(certificate);
        double certified = seconds(start);
        System.out.printf(
                "%,d messages: plain DELETE %.3f s, fence %.3f s, certificate %.2f s after the request%n",
                own, plain, fenced, certified);
        return certified;
    }

    private record Person(Visitor visitor, UUID conversation) {}

    private Person somebody() throws Exception {
        var visitor = new Visitor(Visitor.client(), lethe, "demo", origin);
        var conversation = new StringBuilder();
        visitor.ask(ownWords(), (event, said) -> {
                    if (event.equals("turn")) {
                        conversation.append(said.replaceAll(".*\"conversation\":\"([^\"]+)\".*", "$1"));
                    }
                })
                .get();
        UUID id = UUID.fromString(conversation.toString());
        messages("c.id = '" + id + "'", 10, own);
        return new Person(visitor, id);
    }

    // Addresses, numbers and long phrases are looked for after the deletion: without any, nobody would have to search.
    private static String ownWords() {
        String name = UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        return "I am " + name + "@example.org, +358 40 555 0199. My late grandmother " + name
                + " carried an accordion across the Carpathian mountains, which is why I ask: where are messages stored?";
    }

    private void others(int messages) throws SQLException {
        Rows.run(
                data,
                "set session_replication_role = replica",
                "insert into compliance.subject (id, account_id, state, generation, created_at, last_activity_at,"
                        + " last_submission_at) select gen_random_uuid(), a.id, 'ACTIVE', 1, now(), now(), now()"
                        + " from (select id from compliance.account order by created_at limit 1) a,"
                        + " generate_series(1, " + messages / OF_EACH + ")",
                "insert into chat.conversation (id, account_id, site_id, subject_id, generation, phase, lead_status,"
                        + " message_count, language, entry_page, unanswered, lowest_confidence, started_at,"
                        + " last_message_at) select gen_random_uuid(), s.account_id, (select id from chat.site limit 1),"
                        + " s.id, 1, 'EXPLORING', 'NONE', " + OF_EACH
                        + ", 'en', 'https://www.example.org/prices', false,"
                        + " 0.5, now(), now() from compliance.subject s"
                        + " where not exists (select 1 from chat.conversation c where c.subject_id = s.id)",
                "set session_replication_role = origin");
        messages("c.message_count = " + OF_EACH, 0, OF_EACH);
        Rows.run(data, "vacuum analyze", "checkpoint");
        System.out.printf("%,d messages of %,d others%n", messages, messages / OF_EACH);
    }

    private void messages(String of, int from, int count) throws SQLException {
        Rows.run(
                data,
                "set session_replication_role = replica",
                "insert into chat.message (id, account_id, conversation_id, subject_id, generation, position, author,"
                        + " state, sealed_text, reply_id, confidence, abstained, created_at)"
                        + " select gen_random_uuid(), c.account_id, c.id, c.subject_id, 1, p, 'ASSISTANT', 'COMPLETE',"
                        + " decode(repeat(md5(c.id::text || p), 15), 'hex'), null, 0.5, false, now()"
                        + " from chat.conversation c, generate_series(" + from + ", " + (from + count - 1)
                        + ") p where "
                        + of,
                "set session_replication_role = origin");
    }

    private double delete(UUID conversation) throws SQLException {
        long start = System.nanoTime();
        for (String table : List.of("chat.message where conversation_id", "chat.conversation where id")) {
            Rows.run(data, "delete from " + table + " = '" + conversation + "'");
        }
        return seconds(start);
    }

    private void awaitCertificate(UUID certificate) throws SQLException, InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (System.currentTimeMillis() < end) {
            try (var query = data.createStatement();
                    var rows = query.executeQuery(
                            "select 1 from compliance.erasure_certificate where id = '" + certificate + "'")) {
                if (rows.next()) {
                    return;
                }
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException("No certificate within ten minutes: see /dashboard for what holds it up");
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
