package eu.lethe.compliance.requests;

import static eu.lethe.compliance.RealDatabases.number;
import static eu.lethe.compliance.RealDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.compliance.RealDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What two people asked together, while both are being erased, each by a worker of their own. */
class SharedWordsTest {

    private final UUID account = UUID.randomUUID();
    private final UUID request = UUID.randomUUID();
    private final UUID one = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    @BeforeEach
    void askTogether() throws SQLException {
        try (var connection = working()) {
            run(
                    connection,
                    "insert into compliance.account (id, name, created_at) values ('%s', 'A', now())"
                            .formatted(account),
                    ("insert into compliance.subject_request (id, account_id, kind, channel, state, language, received_at,"
                                    + " received_on, paused_days, due_on) values ('%s', '%s', 'ACCESS', 'EMAIL', 'OPEN', 'en',"
                                    + " now(), current_date, 0, current_date)")
                            .formatted(request, account));
            for (UUID person : new UUID[] {one, other}) {
                run(
                        connection,
                        ("insert into compliance.subject (id, account_id, state, generation, created_at, last_activity_at)"
                                        + " values ('%s', '%s', 'ACTIVE', 1, now(), now())")
                                .formatted(person, account),
                        ("insert into compliance.request_person select (jsonb_populate_record(null::compliance.request_person,"
                                        + " jsonb_build_object('id', '%s', 'request_id', '%s', 'account_id', '%s',"
                                        + " 'subject_id', '%s', 'generation', 1, 'link', 'NAMED'))).*")
                                .formatted(UUID.randomUUID(), request, account, person));
            }
            run(
                    connection,
                    ("insert into compliance.request_words (request_id, account_id, linked, sealed_text)"
                                    + " values ('%s', '%s', true, '\\x00')")
                            .formatted(request, account));
            connection.commit();
        }
    }

    @Test
    void goWithTheLastOfTheTwoHoweverTheyMeet() throws Exception {
        var second = Executors.newSingleThreadExecutor();
        try (var first = working();
                var late = working();
                var look = working()) {
            erase(first, one);
            long worker = number(late, "select pg_backend_pid()");
            var erasing = second.submit(() -> {
                erase(late, other);
                late.commit();
                return null;
            });
            awaitWaiting(worker, erasing);
            first.commit();
            erasing.get();

            assertThat(number(look, "select count(*) from compliance.request_words"))
                    .isZero();
            assertThat(number(look, "select count(*) from compliance.request_person"))
                    .isZero();
        } finally {
            second.shutdownNow();
        }
    }

    /** As the store does it. */
    private void erase(Connection connection, UUID person) throws SQLException {
        run(
                connection,
                about(RequestsData.LOCKING, person),
                about(RequestsData.deletingWords(RequestsData.WORDS_OF, "1000"), person),
                about(
                        "delete from compliance.request_person where id in (select l.id" + RequestsData.LINKS_OF + ")",
                        person));
    }

    private String about(String sql, UUID person) {
        return sql.replace("?1", "'" + account + "'").replace("?2", "'{" + person + "}'");
    }

    private static void awaitWaiting(long worker, Future<?> erasing) throws SQLException {
        try (var watch = RealDatabases.letheAsAdministrator().getConnection()) {
            while (!erasing.isDone()
                    && number(
                                    watch,
                                    "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and pid = "
                                            + worker)
                            == 0) {
                Thread.onSpinWait();
            }
        }
    }

    private Connection working() throws SQLException {
        Connection connection = RealDatabases.lethe().getConnection();
        connection.setAutoCommit(false);
        run(
                connection,
                "select set_config('app.account', '%s', false), set_config('app.erasing', 'on', false)"
                        .formatted(account));
        return connection;
    }
}
