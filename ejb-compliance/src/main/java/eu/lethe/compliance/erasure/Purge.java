package eu.lethe.compliance.erasure;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Gives back the space of deleted rows and refreshes the statistics, which keep samples of what stood in a column. One run serves
 * every erasure that has deleted before it.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Purge {

    private static final int PATIENCE_SECONDS = 600;
    private static final String SUBJECT_TABLES = "select format('%I.%I', n.nspname, c.relname) from pg_class c"
            + " join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid"
            + " where c.relkind = 'r' and n.nspname not like 'pg\\_%' and a.attname = 'subject_id' and not a.attisdropped"
            + " union select 'compliance.subject' where to_regclass('compliance.subject') is not null order by 1";

    @Resource(lookup = "jdbc/lethe")
    DataSource data;

    @Resource(lookup = "jdbc/lethe-vault")
    DataSource vault;

    /** Whether every transaction that could still see what was deleted by this one is over, so that a vacuum removes it. */
    public boolean isPast(long transaction) {
        try (var connection = data.getConnection();
                var query = connection.prepareStatement(
                        "select cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint) > ?")) {
            query.setLong(1, transaction);
            var row = query.executeQuery();
            row.next();
            return row.getBoolean(1);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Vacuums and analyses each table about people in both databases. @return the number of tables that could not be */
    public int run() {
        return vacuum(data) + vacuum(vault);
    }

    private static int vacuum(DataSource source) {
        try (var connection = source.getConnection()) {
            int refused = 0;
            for (String table : tables(connection)) {
                refused += vacuum(connection, table) ? 0 : 1;
            }
            return refused;
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    // Whoever may not vacuum a table gets a warning, not an error.
    private static boolean vacuum(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setQueryTimeout(PATIENCE_SECONDS);
            statement.execute("vacuum (analyze, index_cleanup on) " + table);
            return statement.getWarnings() == null;
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var names = new ArrayList<String>();
        try (var query = connection.createStatement();
                var rows = query.executeQuery(SUBJECT_TABLES)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
