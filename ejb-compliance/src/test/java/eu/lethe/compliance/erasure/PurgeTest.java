package eu.lethe.compliance.erasure;

import static eu.lethe.compliance.RealDatabases.number;
import static eu.lethe.compliance.RealDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.compliance.RealDatabases;
import eu.lethe.compliance.erasure.Purge.Horizon;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Whom a vacuum waits for, as PostgreSQL shows it to the application's role. */
class PurgeTest {

    private final Purge purge = new Purge();

    @BeforeEach
    void lookAtBothDatabases() {
        purge.data = RealDatabases.lethe();
        purge.vault = RealDatabases.vault();
    }

    @Test
    void waitsForNobodyIfNobodyLooks() {
        assertThat(purge.now().isPast(purge.oldest())).isTrue();
    }

    @Test
    void waitsForAReaderOfTheDataWithoutATransactionId() throws SQLException {
        waitsFor(RealDatabases.letheAsAdministrator());
    }

    @Test
    void waitsForAReaderOfTheKeysWithoutATransactionId() throws SQLException {
        waitsFor(administrator(RealDatabases.vault()));
    }

    @Test
    void waitsForNobodyWhoCannotSeeTheDatabase() throws SQLException {
        PGSimpleDataSource elsewhere = RealDatabases.letheAsAdministrator();
        elsewhere.setDatabaseName("postgres");
        try (var reader = looking(elsewhere)) {
            assertThat(purge.now().isPast(purge.oldest())).isTrue();
            reader.rollback();
        }
    }

    @Test
    void waitsForAWriterWhoIsNotDone() throws SQLException {
        try (var writer = RealDatabases.vault().getConnection()) {
            writer.setAutoCommit(false);
            run(writer, "select pg_current_xact_id()");
            Horizon deleted = purge.now();
            assertThat(deleted.isPast(purge.oldest())).isFalse();
            writer.commit();
            assertThat(deleted.isPast(purge.oldest())).isTrue();
        }
    }

    // The rows are the proof: whatever the horizon says, this is what it is for.
    @Test
    void removesTheDeletedRowsOfEveryTableWithSomethingAboutPeople() throws SQLException {
        try (var owner = RealDatabases.letheAsOwner().getConnection()) {
            run(
                    owner,
                    "create table if not exists compliance.purged (id int primary key, email_code bytea)",
                    "insert into compliance.purged select i, sha256(i::text::bytea) from generate_series(1, 500) i",
                    "analyze compliance.purged",
                    "delete from compliance.purged");
            assertThat(pages(owner)).isPositive();

            assertThat(Purge.vacuum(RealDatabases.lethe(), Set.of())).isZero();

            assertThat(pages(owner)).isZero();
            run(owner, "drop table compliance.purged");
        }
    }

    @Test
    void findsWhatTheStoresNameAndWhatTheyForgot() throws SQLException {
        try (var connection = RealDatabases.lethe().getConnection()) {
            assertThat(Purge.tables(connection, Set.of("compliance.member")))
                    .contains(
                            "compliance.member",
                            "compliance.subject",
                            "compliance.contact",
                            "compliance.letter",
                            "compliance.request_words",
                            "compliance.request_person",
                            "compliance.identity_code",
                            "compliance.notice",
                            "compliance.fenced_subject",
                            "compliance.outbox")
                    .doesNotContain("compliance.legal_hold");
        }
        try (var connection = RealDatabases.vault().getConnection()) {
            assertThat(Purge.tables(connection, Set.of())).containsExactly("vault.subject_key");
        }
    }

    private void waitsFor(DataSource database) throws SQLException {
        try (var reader = looking(database);
                var deletion = database.getConnection()) {
            run(deletion, "select pg_current_xact_id()");
            Horizon deleted = purge.now();
            assertThat(deleted.isPast(purge.oldest())).isFalse();
            reader.rollback();
            assertThat(deleted.isPast(purge.oldest())).isTrue();
        }
    }

    private static Connection looking(DataSource database) throws SQLException {
        Connection reader = database.getConnection();
        reader.setAutoCommit(false);
        reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        run(reader, "select count(*) from pg_class");
        return reader;
    }

    private static PGSimpleDataSource administrator(PGSimpleDataSource source) {
        source.setUser("postgres");
        return source;
    }

    private static long pages(Connection connection) throws SQLException {
        return number(connection, "select pg_relation_size('compliance.purged')");
    }
}
