package eu.lethe.compliance.health;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Asks each database for a sign of life. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Stores {

    private static final int PATIENCE_SECONDS = 3;

    @Resource(lookup = "jdbc/lethe")
    private DataSource database;

    @Resource(lookup = "jdbc/lethe-vault")
    private DataSource vault;

    public boolean databaseAnswers() {
        return answers(database);
    }

    public boolean vaultAnswers() {
        return answers(vault);
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
