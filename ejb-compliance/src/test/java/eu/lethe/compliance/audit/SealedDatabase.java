package eu.lethe.compliance.audit;

import eu.lethe.compliance.RealDatabases;
import eu.lethe.compliance.proof.AuditSeal;
import eu.lethe.compliance.proof.Signed;
import eu.lethe.compliance.proof.SigningKey;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** The real tables, and what the timer does with them, one step at a time. */
final class SealedDatabase implements AutoCloseable {

    static final SigningKey KEY = SigningKey.of(new byte[SigningKey.SEED]);
    static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    private static final int MOST = 1000;

    final Connection connection;
    final Ledger ledger;
    final SealFile copy;

    SealedDatabase(Path folder) throws SQLException {
        connection = everybody().getConnection();
        connection.setAutoCommit(false);
        ledger = new Ledger(connection);
        copy = new SealFile(folder.resolve("proof").resolve("seals.log"));
        empty();
    }

    /** An event as the application inserts it; not committed. */
    static void record(Connection connection, UUID account, String action) throws SQLException {
        try (var insert = connection.prepareStatement("insert into compliance.audit_event"
                + " (at, account_id, actor, action, object_kind, object_id) values (now(), ?, ?, ?, 'SITE', ?)")) {
            insert.setObject(1, account);
            insert.setObject(2, action.equals("LOGIN") ? UUID.randomUUID() : null);
            insert.setString(3, action);
            insert.setObject(4, UUID.randomUUID());
            insert.executeUpdate();
        }
    }

    void record(UUID account, int events) throws SQLException {
        for (int i = 0; i < events; i++) {
            record(connection, account, i % 2 == 0 ? "LOGIN" : "SITE_ADDED");
        }
        connection.commit();
    }

    /** What one tick of the timer does when nobody else writes. */
    Optional<AuditSeal> seal() throws SQLException {
        return seal(ledger.lastDrawn());
    }

    Optional<AuditSeal> seal(long upTo) throws SQLException {
        var made = new Sealer(ledger, KEY, MOST).seal(upTo, copy.head(), NOW);
        connection.commit();
        copy.append(ledger.sealsAfter(0, Long.MAX_VALUE, MOST).stream()
                .map(seal -> Signed.claimed(seal.document()))
                .toList());
        return made;
    }

    AuditTrail.Check check(@Nullable UUID account) throws SQLException, IOException {
        try (var lines = copy.exists() ? copy.lines() : null) {
            var checker = new Checker(account, new SealCopy(Optional.ofNullable(lines), Long.MAX_VALUE), KEY.keyId());
            var page = SealedLog.page(ledger, account, 0, Long.MAX_VALUE);
            while (!page.seals().isEmpty()) {
                checker.take(page);
                List<Ledger.StoredSeal> seals = page.seals();
                page = SealedLog.page(
                        ledger, account, seals.get(seals.size() - 1).id(), Long.MAX_VALUE);
            }
            var check = checker.finish(ledger.eventsAfter(account, checker.lastSealed()));
            connection.commit();
            return check;
        }
    }

    /** What only somebody with the rights of the server's administrator can do. */
    void tamper(String... statements) throws SQLException {
        try (var administrator = RealDatabases.letheAsAdministrator().getConnection()) {
            RealDatabases.run(administrator, "set session_replication_role = replica");
            RealDatabases.run(administrator, statements);
        }
    }

    /** Somebody else who writes at the same time. */
    static final class Writer implements AutoCloseable {
        final Connection connection;

        Writer() throws SQLException {
            connection = everybody().getConnection();
            connection.setAutoCommit(false);
        }

        void record(UUID account) throws SQLException {
            SealedDatabase.record(connection, account, "LOGIN");
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    private static PGSimpleDataSource everybody() {
        var source = RealDatabases.lethe();
        source.setOptions("-c app.scope=all");
        return source;
    }

    private void empty() throws SQLException {
        tamper(
                "delete from compliance.audit_block",
                "delete from compliance.audit_seal",
                "delete from compliance.audit_event",
                "alter sequence compliance.audit_event_seq_seq restart");
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
