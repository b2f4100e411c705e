package eu.lethe.compliance.erasure;

import eu.lethe.compliance.personaldata.PersonalDataStore;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Gives back the space of deleted rows and refreshes the statistics, which keep samples of what stood in a column. One run serves
 * every erasure that has deleted before it.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Purge {

    private static final int PATIENCE_SECONDS = 600;

    // A transaction that only reads has no id of its own, but its snapshot holds the rows all the same. Vacuum itself
    // holds none.
    private static final String OLDEST =
            "with now as (select cast(cast(pg_snapshot_xmin(s) as text) as bigint) as running,"
                    + " cast(cast(pg_snapshot_xmax(s) as text) as bigint) as next from pg_current_snapshot() s),"
                    + " holder (xmin) as (select backend_xmin from pg_stat_activity where pid <> pg_backend_pid()"
                    + " and (datname = current_database() or datname is null)"
                    + " and pid not in (select pid from pg_stat_progress_vacuum)"
                    + " union all select xmin from pg_replication_slots),"
                    // What a row has of an id is its lower half; it lies within two thousand million of the next one.
                    + " held (id) as (select next - (((next - cast(cast(xmin as text) as bigint) + 2147483648) & 4294967295)"
                    + " - 2147483648) from holder, now where xmin is not null)"
                    + " select least(running, (select min(id) from held)) from now";

    private static final String CATALOGUE =
            "select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                    + " where c.relkind = 'r' and n.nspname not like 'pg\\_%' and (format('%s.%s', n.nspname, c.relname)"
                    + " = any (?) or c.oid = to_regclass('compliance.subject') or exists (select 1 from pg_attribute a where a.attrelid = c.oid and not a.attisdropped"
                    + " and (a.attname in ('subject_id', 'email_code', 'entity_id') or a.attname like 'sealed\\_%')))";

    @Resource(lookup = "jdbc/lethe")
    DataSource data;

    @Resource(lookup = "jdbc/lethe-vault")
    DataSource vault;

    @Inject
    @Any
    Instance<PersonalDataStore> stores;

    /** A transaction of each database: of the data, and of the keys. */
    public record Horizon(long data, long vault) {

        boolean isPast(Horizon oldest) {
            return data <= oldest.data && vault <= oldest.vault;
        }
    }

    /** Transactions that are later than every one until now, one that is prepared and not yet committed included. */
    public Horizon now() {
        String next = "select cast(cast(pg_current_xact_id() as text) as bigint)";
        return new Horizon(number(data, next), number(vault, next));
    }

    /** The first transactions whose deletions somebody may still see: a vacuum leaves what they and later ones deleted. */
    public Horizon oldest() {
        return new Horizon(number(data, OLDEST), number(vault, OLDEST));
    }

    /** Vacuums and analyses each table about people in both databases. @return the number of tables that could not be */
    public int run() {
        Set<String> registered = stores.stream()
                .flatMap(store -> store.entities().stream())
                .flatMap(entity -> Stream.ofNullable(entity.getAnnotation(Table.class)))
                .map(table -> table.schema() + "." + table.name())
                .collect(Collectors.toSet());
        return vacuum(data, registered) + vacuum(vault, registered);
    }

    static int vacuum(DataSource source, Collection<String> registered) {
        try (var connection = source.getConnection()) {
            int refused = 0;
            for (String table : tables(connection, registered)) {
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

    /** What the stores say they keep people in, and every table with a column that names or describes somebody. */
    static Set<String> tables(Connection connection, Collection<String> registered) throws SQLException {
        var names = new TreeSet<String>();
        try (var query = connection.prepareStatement(CATALOGUE)) {
            query.setArray(1, connection.createArrayOf("text", registered.toArray()));
            var rows = query.executeQuery();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static long number(DataSource source, String query) {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
