package eu.lethe.compliance.vault;

import eu.lethe.compliance.RealDatabases;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.Subject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What the vault's database holds, as somebody sees it who makes and restores backups. */
final class VaultRows {

    private static final String EPOCHS = "vault.key_epoch (epoch, fingerprint, created_at, destroyed_at, logged)";
    private static final String KEYS =
            "vault.subject_key (subject_id, generation, wrapped, epoch, created_at, account_id)";

    private final List<Object[]> epochs;
    private final List<Object[]> keys;

    private VaultRows(List<Object[]> epochs, List<Object[]> keys) {
        this.epochs = epochs;
        this.keys = keys;
    }

    static void clear() throws SQLException {
        run("delete from vault.subject_key", "delete from vault.key_epoch");
    }

    static void run(String... statements) throws SQLException {
        try (var connection = RealDatabases.vault().getConnection()) {
            RealDatabases.run(connection, statements);
        }
    }

    /** The epochs there are, destroyed ones with an x. */
    static String epochs() throws SQLException {
        return text(
                "select string_agg(epoch || case when destroyed_at is null then '' else 'x' end, ' ' order by epoch)"
                        + " from vault.key_epoch");
    }

    static long number(String query) throws SQLException {
        return (Long) read(query).get(0)[0];
    }

    static String epochsInUse() throws SQLException {
        return text("select string_agg(distinct epoch::text, ' ') from vault.subject_key");
    }

    /** Keys of that many people, as the application inserts them. */
    static List<Subject> fill(Keys keys, AccountId account, int people) throws SQLException {
        var made = new ArrayList<Subject>();
        try (var connection = RealDatabases.vault().getConnection();
                var insert = connection.prepareStatement(
                        "insert into " + KEYS + " values (?, 1, ?, " + keys.epoch() + ", now(), ?)")) {
            connection.setAutoCommit(false);
            for (int i = 0; i < people; i++) {
                var subject = new Subject(account, UUID.randomUUID(), 1);
                insert.setObject(1, subject.id());
                insert.setBytes(2, keys.wrap(Vault.nameOf(subject), KeyFile.newKey()));
                insert.setObject(3, account.value());
                insert.addBatch();
                made.add(subject);
            }
            insert.executeBatch();
            connection.commit();
        }
        return made;
    }

    /** Opens every key there is. @return whose they are */
    static Set<UUID> open(Keys keys, AccountId account) throws SQLException {
        var owners = new HashSet<UUID>();
        for (Object[] row : read("select subject_id, generation, wrapped, epoch from vault.subject_key")) {
            var owner = new Subject(account, (UUID) row[0], (Integer) row[1]);
            keys.unwrap((Integer) row[3], Vault.nameOf(owner), (byte[]) row[2]);
            owners.add(owner.id());
        }
        return owners;
    }

    static VaultRows dump() throws SQLException {
        return new VaultRows(read("table vault.key_epoch"), read("table vault.subject_key"));
    }

    void restore() throws SQLException {
        clear();
        try (var connection = RealDatabases.vault().getConnection()) {
            write(connection, EPOCHS, epochs);
            write(connection, KEYS, keys);
        }
    }

    private static List<Object[]> read(String query) throws SQLException {
        try (var connection = RealDatabases.vault().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            int width = row.getMetaData().getColumnCount();
            var rows = new ArrayList<Object[]>();
            while (row.next()) {
                var values = new Object[width];
                for (int i = 0; i < width; i++) {
                    values[i] = row.getObject(i + 1);
                }
                rows.add(values);
            }
            return rows;
        }
    }

    private static void write(Connection connection, String table, List<Object[]> rows) throws SQLException {
        for (Object[] row : rows) {
            String values = "?" + ", ?".repeat(row.length - 1);
            try (var insert = connection.prepareStatement("insert into " + table + " values (" + values + ")")) {
                for (int i = 0; i < row.length; i++) {
                    insert.setObject(i + 1, row[i]);
                }
                insert.executeUpdate();
            }
        }
    }

    private static String text(String query) throws SQLException {
        try (var connection = RealDatabases.vault().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }
}
