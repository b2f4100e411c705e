package eu.lethe.compliance.health;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** Asks each database for a sign of life. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Stores {

    private static final int PATIENCE_SECONDS = 3;

    @Resource(lookup = "jdbc/lethe")
    DataSource database;

    @Resource(lookup = "jdbc/lethe-vault")
    DataSource vault;

    /** How long it may take to decide a transaction. */
    Duration decision = Duration.ofMinutes(1);

    public boolean databaseAnswers() {
        return answers(database);
    }

    public boolean vaultAnswers() {
        return answers(vault);
    }

    /**
     * Transactions over both databases that were prepared more than a minute ago and not decided since; the server decides them
     * by itself after a crash, so one that stays needs somebody. -1 if a database does not say.
     */
    public long transactionsInDoubt() {
        long data = inDoubt(database);
        long keys = inDoubt(vault);
        return data < 0 || keys < 0 ? -1 : data + keys;
    }

    private long inDoubt(DataSource source) {
        try (var connection = source.getConnection();
                var query = connection.prepareStatement("select count(*) from pg_prepared_xacts"
                        + " where database = current_database() and prepared <= now() - make_interval(secs => ?)")) {
            query.setQueryTimeout(PATIENCE_SECONDS);
            query.setLong(1, decision.toSeconds());
            var rows = query.executeQuery();
            rows.next();
            return rows.getLong(1);
        } catch (SQLException down) {
            return -1;
        }
    }

    private static boolean answers(DataSource source) {
        try (var connection = source.getConnection();
                var query = connection.prepareStatement("select 1")) {
            query.setQueryTimeout(PATIENCE_SECONDS);
            return query.executeQuery().next();
        } catch (SQLException down) {
            return false;
        }
    }
}
