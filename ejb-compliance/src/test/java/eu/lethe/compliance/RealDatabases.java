package eu.lethe.compliance;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A real PostgreSQL with both databases, migrated as their owner; tests connect as the application does. */
public final class RealDatabases {

    private static final String OWNER = "lethe_owner";
    private static final String APPLICATION = "lethe_app";
    private static final String DATABASE = "lethe";
    private static final String VAULT = "lethe_vault";

    private static final EmbeddedPostgres SERVER = start();

    private RealDatabases() {}

    public static PGSimpleDataSource lethe() {
        return source(DATABASE, APPLICATION);
    }

    public static PGSimpleDataSource vault() {
        return source(VAULT, APPLICATION);
    }

    public static PGSimpleDataSource letheAsOwner() {
        return source(DATABASE, OWNER);
    }

    /** As whoever runs the server may: triggers and row-level security do not stop it. */
    public static PGSimpleDataSource letheAsAdministrator() {
        return source(DATABASE, "postgres");
    }

    public static void run(Connection connection, String... statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    public static long number(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "60")
                    .setServerConfig("max_prepared_transactions", "5")
                    // Its workers look at the data, too, and tests tell who does.
                    .setServerConfig("autovacuum", "off")
                    .start();
            try (var connection = server.getPostgresDatabase().getConnection()) {
                run(
                        connection,
                        "create role " + OWNER + " login",
                        "create role " + APPLICATION + " login",
                        "create database " + DATABASE + " owner " + OWNER,
                        "create database " + VAULT + " owner " + OWNER);
            }
            migrate(server, DATABASE, "compliance");
            migrate(server, VAULT, "vault");
            return server;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void migrate(EmbeddedPostgres server, String database, String schema) {
        Flyway.configure()
                .dataSource(source(server, database, OWNER))
                .schemas(schema)
                .locations("classpath:db/" + schema)
                .placeholders(Map.of("app_role", APPLICATION))
                .load()
                .migrate();
    }

    private static PGSimpleDataSource source(String database, String user) {
        return source(SERVER, database, user);
    }

    private static PGSimpleDataSource source(EmbeddedPostgres server, String database, String user) {
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"localhost"});
        source.setPortNumbers(new int[] {server.getPort()});
        source.setDatabaseName(database);
        source.setUser(user);
        return source;
    }
}
