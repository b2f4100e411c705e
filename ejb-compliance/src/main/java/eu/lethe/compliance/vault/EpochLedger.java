package eu.lethe.compliance.vault;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The epochs, and the keys wrapped under them, as they stand in the vault: the statements of one transaction. */
final class EpochLedger {

    // Any number, as long as nobody else takes this lock in the vault's database.
    private static final long LOCK = 0x6c657468656b6579L;

    /** A wrapped key. @param account empty in keys that were made before it was kept */
    record Wrapped(UUID owner, int generation, @Nullable UUID account, byte[] bytes, int epoch) {}

    private final Connection connection;

    EpochLedger(Connection connection) {
        this.connection = connection;
    }

    /** Whether this transaction is the only one that changes epochs or the key store, until it ends. */
    boolean isAlone() throws SQLException {
        try (var query = prepare("select pg_try_advisory_xact_lock(?)")) {
            query.setLong(1, LOCK);
            var row = query.executeQuery();
            return row.next() && row.getBoolean(1);
        }
    }

    List<Epoch> epochs() throws SQLException {
        try (var query =
                prepare("select epoch, fingerprint, created_at, destroyed_at from vault.key_epoch order by epoch")) {
            var epochs = new ArrayList<Epoch>();
            var rows = query.executeQuery();
            while (rows.next()) {
                Instant made = rows.getObject(3, OffsetDateTime.class).toInstant();
                epochs.add(new Epoch(rows.getInt(1), rows.getBytes(2), made, instant(rows)));
            }
            return epochs;
        }
    }

    /** Notes an epoch the vault has not seen; one it has stays as it is. */
    void add(int epoch, byte[] fingerprint, Instant now) throws SQLException {
        try (var insert = prepare("insert into vault.key_epoch (epoch, fingerprint, created_at) values (?, ?, ?)"
                + " on conflict do nothing")) {
            insert.setInt(1, epoch);
            insert.setBytes(2, fingerprint);
            insert.setObject(3, now.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    boolean isUsed(int epoch) throws SQLException {
        try (var query = prepare("select exists (select 1 from vault.subject_key where epoch = ?)")) {
            query.setInt(1, epoch);
            var row = query.executeQuery();
            return row.next() && row.getBoolean(1);
        }
    }

    boolean isUsedBefore(int epoch) throws SQLException {
        try (var query = prepare("select exists (select 1 from vault.subject_key where epoch < ?)")) {
            query.setInt(1, epoch);
            var row = query.executeQuery();
            return row.next() && row.getBoolean(1);
        }
    }

    /** Gives the epoch up, unless a key is still wrapped under it. */
    boolean destroy(int epoch, Instant now) throws SQLException {
        // Waits for whoever is writing a key under this epoch, and lets nobody begin to.
        try (var lock = prepare("select 1 from vault.key_epoch where epoch = ? for update")) {
            lock.setInt(1, epoch);
            lock.executeQuery();
        }
        if (isUsed(epoch)) {
            return false;
        }
        try (var update = prepare("update vault.key_epoch set destroyed_at = ? where epoch = ?")) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setInt(2, epoch);
            return update.executeUpdate() == 1;
        }
    }

    /** The next keys of older epochs, except those somebody else is working on, such as whoever is shredding them. */
    List<Wrapped> older(int epoch, UUID afterOwner, int afterGeneration, int limit) throws SQLException {
        try (var query = prepare("select subject_id, generation, account_id, wrapped, epoch from vault.subject_key"
                + " where epoch < ? and (subject_id, generation) > (?, ?) order by subject_id, generation"
                + " for update skip locked limit ?")) {
            query.setInt(1, epoch);
            query.setObject(2, afterOwner);
            query.setInt(3, afterGeneration);
            query.setInt(4, limit);
            var found = new ArrayList<Wrapped>();
            var rows = query.executeQuery();
            while (rows.next()) {
                found.add(new Wrapped(
                        rows.getObject(1, UUID.class),
                        rows.getInt(2),
                        rows.getObject(3, UUID.class),
                        rows.getBytes(4),
                        rows.getInt(5)));
            }
            return found;
        }
    }

    /** Replaces keys by what they are wrapped as now. Only ever an update: what was shredded does not come back. */
    void replace(List<Wrapped> keys) throws SQLException {
        try (var update = prepare("update vault.subject_key set wrapped = ?, epoch = ?, account_id = ?"
                + " where subject_id = ? and generation = ? and epoch < ?")) {
            for (Wrapped key : keys) {
                update.setBytes(1, key.bytes());
                update.setInt(2, key.epoch());
                update.setObject(3, key.account());
                update.setObject(4, key.owner());
                update.setInt(5, key.generation());
                update.setInt(6, key.epoch());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private static @Nullable Instant instant(ResultSet row) throws SQLException {
        var at = row.getObject(4, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setQueryTimeout(Vault.PATIENCE_SECONDS);
        return statement;
    }
}
