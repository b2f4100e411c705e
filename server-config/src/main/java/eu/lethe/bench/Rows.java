package eu.lethe.bench;

import java.sql.Connection;
import java.sql.SQLException;

/** Statements, for programs that fill and empty databases. */
final class Rows {

    private Rows() {}

    static void run(Connection connection, String... statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
