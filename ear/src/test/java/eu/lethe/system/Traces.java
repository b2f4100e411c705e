package eu.lethe.system;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks for a word in every column of every table of both databases. */
final class Traces {

    private static final List<String> DATABASES = List.of("lethe", "lethe_vault");

    private Traces() {}

    /** The tables with a row that holds the word. */
    static List<String> of(RunningLethe lethe, String word) throws SQLException, IOException {
        var found = new ArrayList<String>();
        for (String name : DATABASES) {
            try (var database = lethe.database(name)) {
                for (String table : tables(database)) {
                    if (holds(database, table, word)) {
                        found.add(table);
                    }
                }
            }
        }
        return found;
    }

    private static boolean holds(Connection database, String table, String word) throws SQLException {
        try (var query =
                database.prepareStatement("select exists (select 1 from " + table + " t where t::text like ?)")) {
            query.setString(1, "%" + word + "%");
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        }
    }

    private static List<String> tables(Connection database) throws SQLException {
        var names = new ArrayList<String>();
        try (var statement = database.createStatement();
                var tables = statement.executeQuery("select format('%I.%I', table_schema, table_name)"
                        + " from information_schema.tables where table_type = 'BASE TABLE'"
                        + " and table_schema not in ('pg_catalog', 'information_schema')")) {
            while (tables.next()) {
                names.add(tables.getString(1));
            }
        }
        if (names.isEmpty()) {
            throw new IllegalStateException("no table to look in");
        }
        return names;
    }
}
