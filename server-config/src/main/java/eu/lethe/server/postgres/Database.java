package eu.lethe.server.postgres;

import eu.lethe.server.supervision.Refusal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** One database and its two roles: the owner, who may change the schema, and the application, which may not. */
public record Database(String key, String url, String user, String password, String ownerUser, String ownerPassword) {

    private static final String SECONDS = "10";
    private static final String CONNECTION_FAILED = "08"; // the class of SQL states

    @Override
    public String toString() {
        return key + " at " + url; // and no password, wherever this is printed
    }

    public void requireUsable() {
        if (!url.startsWith("jdbc:postgresql://")) {
            throw new Refusal("The address " + key + ".url must look like jdbc:postgresql://host:5432/database, not \""
                    + url + "\".");
        }
        try (Connection connection = connect(user, password)) {
            requirePreparedTransactions(connection);
        } catch (SQLException failure) {
            throw unusable(".user", failure);
        }
        try (Connection connection = connect(ownerUser, ownerPassword)) {
            connection.getMetaData();
        } catch (SQLException failure) {
            throw unusable(".owner-user", failure);
        }
    }

    private void requirePreparedTransactions(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet setting = statement.executeQuery("show max_prepared_transactions")) {
            if (setting.next() && setting.getInt(1) == 0) {
                throw new Refusal("The PostgreSQL of " + key + ".url has max_prepared_transactions = 0: set it to 64, "
                        + "because erasures commit in two databases at once.");
            }
        }
    }

    private Connection connect(String role, String secret) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", role);
        login.setProperty("password", secret);
        login.setProperty("connectTimeout", SECONDS);
        login.setProperty("loginTimeout", SECONDS);
        return DriverManager.getConnection(url, login);
    }

    private Refusal unusable(String which, SQLException failure) {
        String reason = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        boolean away = String.valueOf(failure.getSQLState()).startsWith(CONNECTION_FAILED);
        String what = away ? "cannot be reached: " : "refuses the role of " + key + which + ": ";
        return new Refusal("The database of " + key + ".url (" + url + ") " + what + reason, failure);
    }
}
