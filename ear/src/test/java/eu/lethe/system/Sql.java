package eu.lethe.system;

import java.io.IOException;
import java.sql.SQLException;

/** Statements as whoever runs the database server may make them, each over a connection of its own. */
final class Sql {

    private Sql() {}

    static void execute(RunningLethe lethe, String sql) throws SQLException, IOException {
        try (var data = lethe.database("lethe");
                var statement = data.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first number of the first row. */
    static long number(RunningLethe lethe, String query) throws SQLException, IOException {
        return number(lethe, "lethe", query);
    }

    static long number(RunningLethe lethe, String database, String query) throws SQLException, IOException {
        try (var data = lethe.database(database);
                var statement = data.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
