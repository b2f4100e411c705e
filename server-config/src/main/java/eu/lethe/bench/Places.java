package eu.lethe.bench;

import eu.lethe.server.postgres.Superuser;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/** Everywhere that something said could stand on this machine: tables, the index, files. */
final class Places {

    private static final List<String> DATABASES = List.of("lethe", "lethe_vault");
    private static final Pattern COUNT = Pattern.compile("\"count\":(\\d+)");
    private static final String TABLES =
            "select format('%I.%I', table_schema, table_name) from information_schema.tables"
                    + " where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')";
    private static final int ROWS_AT_ONCE = 1000;

    private final Path home;
    private final int postgres;
    private final URI search;

    Places(Path home, int postgres) throws IOException {
        this.home = home;
        this.postgres = postgres;
        var environment = new Properties();
        try (var in = Files.newBufferedReader(home.resolve("run").resolve("lethe.env"))) {
            environment.load(in);
        }
        this.search = URI.create(environment.getProperty("LETHE_OPENSEARCH_URL"));
    }

    /** Where how many of the strings stand, in words. */
    String of(Needles needles) throws SQLException, IOException {
        var tables = new TreeMap<String, Long>();
        for (String name : DATABASES) {
            try (var database = Superuser.connect(home, postgres, name)) {
                for (String table : names(database)) {
                    note(tables, name + " " + table, rows(database, table, needles));
                }
                Rows.run(database, "checkpoint");
            }
        }
        Map<String, Long> files = files(needles);
        return String.format(
                "of %,d strings, in tables %s; documents in the index %,d; in files %s",
                needles.size(), tables, documents(), files);
    }

    long count(String query, Collection<UUID> ids) throws SQLException, IOException {
        try (var database = Superuser.connect(home, postgres, "lethe");
                var statement = database.prepareStatement(query)) {
            statement.setArray(1, database.createArrayOf("uuid", ids.toArray()));
            var row = statement.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    /** Messages in the index. */
    long documents() throws IOException {
        var connection = (HttpURLConnection)
                search.resolve("/lethe-transcripts-*/_count").toURL().openConnection();
        try (var in = connection.getInputStream()) {
            var found = COUNT.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return found.find() ? Long.parseLong(found.group(1)) : 0;
        }
    }

    private static long rows(Connection database, String table, Needles needles) throws SQLException {
        database.setAutoCommit(false);
        try (var statement = database.createStatement()) {
            statement.setFetchSize(ROWS_AT_ONCE);
            long found = 0;
            try (var rows = statement.executeQuery("select t::text from " + table + " t")) {
                while (rows.next()) {
                    found += needles.in(rows.getString(1).getBytes(StandardCharsets.UTF_8));
                }
            }
            return found;
        } finally {
            database.setAutoCommit(true);
        }
    }

    private static List<String> names(Connection database) throws SQLException {
        var names = new ArrayList<String>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    /** By the folder of the home they are in. */
    private Map<String, Long> files(Needles needles) throws IOException {
        var found = new TreeMap<String, Long>();
        try (var files = Files.walk(home)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                try {
                    note(found, home.relativize(file).getName(0).toString(), needles.in(Files.readAllBytes(file)));
                } catch (NoSuchFileException gone) {
                    // Stores remove files of their own at any time.
                }
            }
        }
        return found;
    }

    private static void note(Map<String, Long> places, String place, long found) {
        if (found > 0) {
            places.merge(place, found, Long::sum);
        }
    }
}
