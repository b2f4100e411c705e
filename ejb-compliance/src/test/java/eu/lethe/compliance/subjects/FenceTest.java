package eu.lethe.compliance.subjects;

import static eu.lethe.compliance.RealDatabases.number;
import static eu.lethe.compliance.RealDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.lethe.compliance.RealDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The fence as the database holds it, whatever the application does. */
class FenceTest {

    private static final int WRITERS = 8;
    private static final int ERASURES = 100;

    private final UUID account = UUID.randomUUID();

    @BeforeAll
    static void addATableAboutSubjects() throws SQLException {
        try (var owner = RealDatabases.letheAsOwner().getConnection()) {
            run(
                    owner,
                    "create table compliance.note (id bigint generated always as identity primary key,"
                            + " account_id uuid not null, subject_id uuid not null, generation int not null)",
                    "select compliance.isolate_accounts('compliance.note')",
                    "select compliance.guard_subject('compliance.note')",
                    "grant select, insert, update, delete on compliance.note to lethe_app");
        }
    }

    @BeforeEach
    void openAnAccount() throws SQLException {
        try (var connection = working(account)) {
            run(
                    connection,
                    "insert into compliance.account (id, name, created_at) values ('%s', 'A', now())"
                            .formatted(account));
            connection.commit();
        }
    }

    @Test
    void hidesEveryRowFromWhoeverNamesNoAccountOrAnother() throws SQLException {
        try (var connection = working(account)) {
            create(connection, UUID.randomUUID());
            connection.commit();
        }
        try (var nobody = RealDatabases.lethe().getConnection();
                var other = working(UUID.randomUUID());
                var own = working(account)) {
            for (String table : new String[] {"account", "subject"}) {
                String count = "select count(*) from compliance." + table;
                assertThat(number(nobody, count)).as(table).isZero();
                assertThat(number(other, count)).as(table).isZero();
                assertThat(number(own, count)).as(table).isOne();
            }
        }
    }

    @Test
    void refusesARowOfAnotherAccount() throws SQLException {
        try (var connection = working(UUID.randomUUID())) {
            assertThatThrownBy(() -> create(connection, UUID.randomUUID())).hasMessageContaining("row-level security");
        }
    }

    @Test
    void refusesAWriterOfAnOldGeneration() throws SQLException {
        UUID subject = UUID.randomUUID();
        try (var connection = working(account)) {
            create(connection, subject);
            write(connection, subject, 1);
            run(connection, "update compliance.subject set generation = 2 where id = '%s'".formatted(subject));
            assertThatThrownBy(() -> write(connection, subject, 1)).satisfies(FenceTest::saysGone);
        }
    }

    @Test
    void refusesAWriterAboutSomebodyBeingErased() throws SQLException {
        UUID subject = UUID.randomUUID();
        try (var connection = working(account)) {
            create(connection, subject);
            run(connection, "update compliance.subject set state = 'ERASING' where id = '%s'".formatted(subject));
            assertThatThrownBy(() -> write(connection, subject, 1)).satisfies(FenceTest::saysGone);
        }
    }

    @Test
    void changesNoAuditEvent() throws SQLException {
        try (var connection = working(account)) {
            run(
                    connection,
                    ("insert into compliance.audit_event (at, account_id, action, object_kind, object_id)"
                                    + " values (now(), '%s', 'LOGIN', 'MEMBER', '%s')")
                            .formatted(account, UUID.randomUUID()));
            connection.commit();
            scope(connection, account);
            assertThatThrownBy(() -> run(connection, "delete from compliance.audit_event"))
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void leavesNoRowOfAnErasedSubjectHoweverManyWriteAtOnce() throws Exception {
        var race = new Race();
        try (var connection = working(account)) {
            for (UUID subject : race.subjects) {
                create(connection, subject);
            }
            connection.commit();
        }
        var threads = Executors.newFixedThreadPool(WRITERS);
        try {
            var writers = new ArrayList<Future<?>>();
            for (int i = 0; i < WRITERS; i++) {
                writers.add(threads.submit(() -> {
                    try {
                        writeUntilDone(race);
                    } catch (SQLException | AssertionError unexpected) {
                        race.failed.incrementAndGet();
                        throw unexpected;
                    }
                    return null;
                }));
            }
            eraseOneAfterAnother(race);
            for (Future<?> writer : writers) {
                writer.get();
            }
        } finally {
            threads.shutdownNow();
        }
        try (var connection = working(account)) {
            assertThat(number(connection, "select count(*) from compliance.note"))
                    .isZero();
        }
        assertThat(race.written.get()).isGreaterThan(ERASURES);
        assertThat(race.refused.get()).isPositive();
    }

    /** Everybody writes about the first subject that is not erased yet. */
    private static final class Race {
        private final List<UUID> subjects =
                Stream.generate(UUID::randomUUID).limit(ERASURES).toList();
        private final AtomicInteger erased = new AtomicInteger();
        private final AtomicInteger written = new AtomicInteger();
        private final AtomicInteger refused = new AtomicInteger();
        private final AtomicInteger failed = new AtomicInteger();

        private void waitForWriters() {
            int before = written.get();
            while (written.get() < before + WRITERS && failed.get() == 0) {
                Thread.onSpinWait();
            }
        }
    }

    private void eraseOneAfterAnother(Race race) throws SQLException {
        try (var connection = working(account)) {
            for (UUID subject : race.subjects) {
                race.waitForWriters();
                scope(connection, account);
                run(
                        connection,
                        "select 1 from compliance.subject where id = '%s' for update".formatted(subject),
                        "delete from compliance.note where subject_id = '%s'".formatted(subject),
                        "delete from compliance.subject where id = '%s'".formatted(subject));
                connection.commit();
                race.erased.incrementAndGet();
            }
        }
    }

    private void writeUntilDone(Race race) throws SQLException {
        try (var connection = working(account)) {
            for (int next = 0; next < ERASURES; next = race.erased.get()) {
                scope(connection, account);
                try {
                    write(connection, race.subjects.get(next), 1);
                    connection.commit();
                    race.written.incrementAndGet();
                } catch (SQLException gone) {
                    saysGone(gone);
                    connection.rollback();
                    race.refused.incrementAndGet();
                }
            }
        }
    }

    private static void saysGone(Throwable refusal) {
        assertThat(((SQLException) refusal).getSQLState()).isEqualTo("P0E17");
    }

    private void create(Connection connection, UUID subject) throws SQLException {
        run(
                connection,
                ("insert into compliance.subject (id, account_id, state, generation, created_at, last_activity_at)"
                                + " values ('%s', '%s', 'ACTIVE', 1, now(), now())")
                        .formatted(subject, account));
    }

    private void write(Connection connection, UUID subject, int generation) throws SQLException {
        run(
                connection,
                "insert into compliance.note (account_id, subject_id, generation) values ('%s', '%s', %d)"
                        .formatted(account, subject, generation));
    }

    private static Connection working(UUID account) throws SQLException {
        Connection connection = RealDatabases.lethe().getConnection();
        connection.setAutoCommit(false);
        scope(connection, account);
        return connection;
    }

    private static void scope(Connection connection, UUID account) throws SQLException {
        run(connection, "select set_config('app.account', '%s', true)".formatted(account));
    }
}
