package eu.lethe.compliance.audit;

import eu.lethe.compliance.persistence.UuidArray;
import eu.lethe.compliance.proof.AuditBlock;
import eu.lethe.compliance.proof.AuditEvent;
import eu.lethe.compliance.proof.Digest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The log's rows as they stand in the database. */
final class Ledger {

    private static final int PATIENCE_SECONDS = 60;
    private static final int DIGEST = 32;
    private static final String BLOCK =
            "select b.account_id, b.number, b.events, b.from_seq, b.to_seq, b.previous, b.root,"
                    + " b.place, b.width, b.path, b.seal_id from compliance.audit_block b";
    private static final String SEAL =
            "select id, from_seq, to_seq, events, digest, document from compliance.audit_seal";

    /** What an event is sealed by. */
    record Leaf(String account, long seq, byte[] digest) {}

    /** A block and what leads from it to the root of its seal. */
    record StoredBlock(AuditBlock block, long seal, int place, int width, List<byte[]> path) {}

    /** A seal as it is stored: its columns, and the signed document that says the same. */
    record StoredSeal(long id, long from, long to, long events, String digest, String document) {}

    private final Connection connection;

    Ledger(Connection connection) {
        this.connection = connection;
    }

    /** Leaves of events in order, at most so many. */
    List<Leaf> leaves(long from, long to, int limit) throws SQLException {
        try (var query = prepare("select account_id, seq, leaf from compliance.audit_event where seq between ? and ?"
                + " order by seq limit ?")) {
            query.setLong(1, from);
            query.setLong(2, to);
            query.setInt(3, limit);
            return list(query, row -> new Leaf(row.getString(1), row.getLong(2), row.getBytes(3)));
        }
    }

    /** Events in order; of every account if none is named. */
    List<AuditEvent> events(@Nullable UUID account, long from, long to) throws SQLException {
        try (var query =
                prepare("select seq, at, account_id, actor, action, object_kind, object_id, subject_id, generation,"
                        + " encode(sha256(words), 'hex') from compliance.audit_event where seq between ? and ?"
                        + " and (?::uuid is null or account_id = ?) order by seq")) {
            query.setLong(1, from);
            query.setLong(2, to);
            query.setObject(3, account);
            query.setObject(4, account);
            return list(query, Ledger::event);
        }
    }

    /** How many events follow one; of every account if none is named. */
    long eventsAfter(@Nullable UUID account, long seq) throws SQLException {
        try (var query = prepare("select count(*) from compliance.audit_event where seq > ?"
                + " and (?::uuid is null or account_id = ?)")) {
            query.setLong(1, seq);
            query.setObject(2, account);
            query.setObject(3, account);
            return list(query, row -> row.getLong(1)).get(0);
        }
    }

    /** The numbers of the first and the last event of the account in the period; empty if there is none. */
    Optional<SealedLog.Range> range(UUID account, OffsetDateTime from, OffsetDateTime before) throws SQLException {
        try (var query = prepare("select min(seq), max(seq) from compliance.audit_event"
                + " where account_id = ? and at >= ? and at < ?")) {
            query.setObject(1, account);
            query.setObject(2, from);
            query.setObject(3, before);
            return list(query, row -> new SealedLog.Range(row.getLong(1), row.getLong(2))).stream()
                    .filter(range -> range.from() > 0)
                    .findFirst();
        }
    }

    /** Blocks of the account that hold events from one number to another, in order, at most so many. */
    List<StoredBlock> blocks(UUID account, long from, long to, int limit) throws SQLException {
        try (var query = prepare(
                BLOCK + " where b.account_id = ? and b.to_seq >= ? and b.from_seq <= ? order by b.number limit ?")) {
            query.setObject(1, account);
            query.setLong(2, from);
            query.setLong(3, to);
            query.setInt(4, limit);
            return list(query, Ledger::block);
        }
    }

    /** The last block of each of these accounts. */
    List<StoredBlock> newest(Collection<UUID> accounts) throws SQLException {
        try (var query = prepare(BLOCK + " where (b.account_id, b.number) in (select n.account_id, max(n.number)"
                + " from compliance.audit_block n where n.account_id = any (?::uuid[]) group by n.account_id)")) {
            query.setString(1, UuidArray.of(accounts));
            return list(query, Ledger::block);
        }
    }

    /** The blocks of every account under the seals, in the order they were sealed in. */
    List<StoredBlock> under(long firstSeal, long lastSeal) throws SQLException {
        try (var query = prepare(BLOCK + " where b.seal_id between ? and ? order by b.seal_id, b.place")) {
            query.setLong(1, firstSeal);
            query.setLong(2, lastSeal);
            return list(query, Ledger::block);
        }
    }

    List<StoredSeal> sealsAfter(long id, long last, int limit) throws SQLException {
        try (var query = prepare(SEAL + " where id > ? and id <= ? order by id limit ?")) {
            query.setLong(1, id);
            query.setLong(2, last);
            query.setInt(3, limit);
            return list(query, Ledger::seal);
        }
    }

    Optional<StoredSeal> newestSeal() throws SQLException {
        try (var query = prepare(SEAL + " order by id desc limit 1")) {
            return list(query, Ledger::seal).stream().findFirst();
        }
    }

    Optional<StoredSeal> seal(long id) throws SQLException {
        try (var query = prepare(SEAL + " where id = ?")) {
            query.setLong(1, id);
            return list(query, Ledger::seal).stream().findFirst();
        }
    }

    void add(StoredSeal seal, OffsetDateTime at) throws SQLException {
        try (var insert = prepare("insert into compliance.audit_seal"
                + " (id, sealed_at, from_seq, to_seq, events, digest, document) values (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, seal.id());
            insert.setObject(2, at);
            insert.setLong(3, seal.from());
            insert.setLong(4, seal.to());
            insert.setLong(5, seal.events());
            insert.setBytes(6, Digest.parse(seal.digest(), DIGEST));
            insert.setString(7, seal.document());
            insert.executeUpdate();
        }
    }

    void add(List<StoredBlock> blocks) throws SQLException {
        try (var insert =
                prepare("insert into compliance.audit_block (account_id, number, events, from_seq, to_seq, previous,"
                        + " root, place, width, path, seal_id) values (?::uuid, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (StoredBlock stored : blocks) {
                AuditBlock block = stored.block();
                insert.setString(1, block.account());
                insert.setLong(2, block.number());
                insert.setLong(3, block.events());
                insert.setLong(4, block.from());
                insert.setLong(5, block.to());
                insert.setBytes(6, Digest.parse(block.previous(), DIGEST));
                insert.setBytes(7, Digest.parse(block.root(), DIGEST));
                insert.setInt(8, stored.place());
                insert.setInt(9, stored.width());
                insert.setBytes(10, joined(stored.path()));
                insert.setLong(11, stored.seal());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Whether this transaction is the only one that seals, until it ends. */
    boolean isAlone() throws SQLException {
        try (var query = prepare("select pg_try_advisory_xact_lock(hashtext('compliance.audit_seal'))")) {
            return list(query, row -> row.getBoolean(1)).get(0);
        }
    }

    /** The last number drawn, by whomever. */
    long lastDrawn() throws SQLException {
        try (var query = prepare(
                "select coalesce(pg_sequence_last_value(pg_get_serial_sequence('compliance.audit_event', 'seq')::regclass), 0)")) {
            return list(query, row -> row.getLong(1)).get(0);
        }
    }

    /** An id for this transaction: greater than that of every transaction that has one already. */
    long ownTransaction() throws SQLException {
        try (var query = prepare("select pg_current_xact_id()::text::bigint")) {
            return list(query, row -> row.getLong(1)).get(0);
        }
    }

    /** The oldest transaction that still runs, this one included. */
    long oldestTransaction() throws SQLException {
        try (var query = prepare("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")) {
            return list(query, row -> row.getLong(1)).get(0);
        }
    }

    private static AuditEvent event(ResultSet row) throws SQLException {
        return new AuditEvent(
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                row.getString(5),
                row.getString(6),
                row.getObject(7, UUID.class),
                row.getObject(8, UUID.class),
                row.getObject(9, Integer.class),
                row.getString(10));
    }

    private static StoredBlock block(ResultSet row) throws SQLException {
        var block = new AuditBlock(
                row.getString(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                Digest.hex(row.getBytes(6)),
                Digest.hex(row.getBytes(7)));
        return new StoredBlock(block, row.getLong(11), row.getInt(8), row.getInt(9), path(row.getBytes(10)));
    }

    private static StoredSeal seal(ResultSet row) throws SQLException {
        return new StoredSeal(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                Digest.hex(row.getBytes(5)),
                row.getString(6));
    }

    private static List<byte[]> path(byte[] joined) {
        var path = new ArrayList<byte[]>();
        for (int at = 0; at < joined.length; at += DIGEST) {
            path.add(Arrays.copyOfRange(joined, at, at + DIGEST));
        }
        return path;
    }

    private static byte[] joined(List<byte[]> path) {
        byte[] joined = new byte[path.size() * DIGEST];
        for (int i = 0; i < path.size(); i++) {
            System.arraycopy(path.get(i), 0, joined, i * DIGEST, DIGEST);
        }
        return joined;
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setQueryTimeout(PATIENCE_SECONDS);
        return statement;
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private static <T> List<T> list(PreparedStatement query, Reading<T> reading) throws SQLException {
        var list = new ArrayList<T>();
        try (var rows = query.executeQuery()) {
            while (rows.next()) {
                list.add(reading.of(rows));
            }
        }
        return list;
    }
}
