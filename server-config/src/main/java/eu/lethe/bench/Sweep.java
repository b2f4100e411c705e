package eu.lethe.bench;

import eu.lethe.server.postgres.Superuser;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * How fast a retention sweep is, against plain SQL DELETEs of the same rows in the same run: messages, conversations, visitors,
 * people and their keys. Lethe must run on the home; its data should be nobody's.
 *
 * <pre>
 * java -cp lethe.jar eu.lethe.bench.Sweep &lt;home&gt; 8080 100000 10 3
 * </pre>
 */
public final class Sweep {

    private static final long PATIENCE_MILLIS = 600_000;
    private static final String PAST = " < now() - interval '365 days'";
    private static final List<String> TABLES =
            List.of("chat.message", "chat.conversation", "chat.visitor", "compliance.subject");
    private static final List<String> DELETES = List.of(
            "delete from chat.message where created_at" + PAST,
            "delete from chat.conversation where last_message_at" + PAST,
            "delete from chat.visitor where first_seen_at" + PAST,
            "delete from compliance.subject where last_submission_at" + PAST);

    private final Connection data;
    private final Connection vault;
    private final int people;
    private final int messages;

    private Sweep(Connection data, Connection vault, int people, int messages) {
        this.data = data;
        this.vault = vault;
        this.people = people;
        this.messages = messages;
    }

    /** Home, Lethe's port, people, messages of each, rounds. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 5) {
            System.err.println("Sweep <home> <Lethe's port> <people> <messages of each> <rounds>");
            System.exit(2);
        }
        Path home = Path.of(arguments[0]);
        int port = Integer.parseInt(arguments[1]) + 2;
        try (var data = Superuser.connect(home, port, "lethe");
                var vault = Superuser.connect(home, port, "lethe_vault")) {
            var sweep = new Sweep(data, vault, Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
            var ratios = new ArrayList<Double>();
            for (int round = 0; round < Integer.parseInt(arguments[4]); round++) {
                ratios.add(sweep.round());
            }
            ratios.sort(null);
            System.out.printf(
                    "median: the sweep reaches %.0f %% of the DELETEs%n", 100 * ratios.get(ratios.size() / 2));
        }
    }

    private double round() throws SQLException, InterruptedException {
        fill();
        double plain = delete();
        fill();
        double swept = sweep();
        long rows = (long) people * (messages + 4L);
        System.out.printf(
                "%,d rows: DELETE %.2f s (%,.0f/s), sweep %.2f s (%,.0f/s), ratio %.2f%n",
                rows, plain, rows / plain, swept, rows / swept, plain / swept);
        return plain / swept;
    }

    private void fill() throws SQLException {
        Rows.run(
                data,
                "set session_replication_role = replica",
                "insert into compliance.subject (id, account_id, state, generation, created_at, last_activity_at,"
                        + " last_submission_at) select gen_random_uuid(), a.id, 'ACTIVE', 1, t, t, t"
                        + " from (select id from compliance.account order by created_at limit 1) a,"
                        + " lateral (select now() - interval '400 days' + i * interval '1 second' t"
                        + " from generate_series(1, " + people + ") i) times",
                "insert into chat.visitor (subject_id, account_id, generation, site_id, language, first_seen_at)"
                        + " select s.id, s.account_id, 1, (select id from chat.site limit 1), 'en', s.created_at"
                        + " from compliance.subject s where s.last_submission_at" + PAST,
                "insert into chat.conversation (id, account_id, site_id, subject_id, generation, phase, lead_status,"
                        + " message_count, language, entry_page, unanswered, lowest_confidence, started_at,"
                        + " last_message_at) select gen_random_uuid(), v.account_id, v.site_id, v.subject_id, 1, 'EXPLORING', 'NONE', "
                        + messages
                        + ", 'en', 'https://www.example.org/prices', false, 0.5, v.first_seen_at, v.first_seen_at"
                        + " from chat.visitor v where v.first_seen_at" + PAST,
                "insert into chat.message (id, account_id, conversation_id, subject_id, generation, position, author,"
                        + " state, sealed_text, reply_id, confidence, abstained, created_at)"
                        + " select gen_random_uuid(), c.account_id, c.id, c.subject_id, 1, p,"
                        + " case p % 2 when 0 then 'VISITOR' else 'ASSISTANT' end, 'COMPLETE',"
                        + " decode(repeat(md5(c.id::text || p), 15), 'hex'),"
                        + " case p % 2 when 0 then gen_random_uuid() end, case p % 2 when 1 then 0.5 end, false,"
                        + " c.started_at from chat.conversation c, generate_series(0, " + (messages - 1) + ") p"
                        + " where c.last_message_at" + PAST + " order by c.last_message_at, p",
                "set session_replication_role = origin");
        fillKeys();
        for (String table : TABLES) {
            Rows.run(data, "vacuum analyze " + table);
        }
        Rows.run(vault, "vacuum analyze vault.subject_key");
        Rows.run(data, "checkpoint");
    }

    private void fillKeys() throws SQLException {
        vault.setAutoCommit(false);
        try (var query = data.createStatement();
                var rows = query.executeQuery("select id from compliance.subject where last_submission_at" + PAST);
                var insert =
                        vault.prepareStatement("insert into vault.subject_key (subject_id, generation, wrapped, epoch,"
                                + " created_at) values (?, 1, decode(repeat('ab', 61), 'hex'),"
                                + " (select max(epoch) from vault.key_epoch), now())")) {
            while (rows.next()) {
                insert.setObject(1, rows.getObject(1));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        vault.commit();
        vault.setAutoCommit(true);
    }

    private double delete() throws SQLException {
        long start = System.nanoTime();
        Rows.run(vault, "delete from vault.subject_key where wrapped = decode(repeat('ab', 61), 'hex')");
        Rows.run(data, DELETES.toArray(String[]::new));
        return (System.nanoTime() - start) / 1e9;
    }

    /** From the sweep's own log, so that waiting for the timer does not count. */
    private double sweep() throws SQLException, InterruptedException {
        Rows.run(
                data,
                "delete from compliance.retention_sweep",
                "update compliance.retention_schedule set next_at = now()");
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (System.currentTimeMillis() < end) {
            try (var query = data.createStatement();
                    var row = query.executeQuery("select extract(epoch from sum(ended_at - started_at)), sum(people)"
                            + " from compliance.retention_sweep where ended_at is not null")) {
                row.next();
                if (row.getLong(2) >= people) {
                    return row.getDouble(1);
                }
            }
            Thread.sleep(500);
        }
        throw new IllegalStateException("No sweep of " + people + " people within ten minutes: does Lethe run?");
    }
}
