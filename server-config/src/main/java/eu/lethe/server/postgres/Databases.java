package eu.lethe.server.postgres;

import eu.lethe.server.supervision.Home;
import eu.lethe.server.supervision.Refusal;
import eu.lethe.server.supervision.Secrets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Puts the two databases and the two roles into a server of our own. Said again at every start, it changes nothing. */
public final class Databases {

    private static final String OWNER = "lethe_owner";
    private static final String APPLICATION = "lethe_app";

    private final PostgresPart server;
    private final Secrets secrets;

    public Databases(PostgresPart server, Secrets secrets) {
        this.server = server;
        this.secrets = secrets;
    }

    public Database main() {
        return database("lethe.db", "lethe");
    }

    public Database vault() {
        return database("lethe.vault", "lethe_vault");
    }

    public void prepare() {
        try (Connection connection = server.administer("postgres");
                Statement statement = connection.createStatement()) {
            role(statement, OWNER);
            role(statement, APPLICATION);
            create(statement, "lethe");
            create(statement, "lethe_vault");
        } catch (SQLException failure) {
            throw new Refusal("PostgreSQL could not prepare Lethe's databases: " + failure.getMessage() + ".", failure);
        }
    }

    /** For whoever looks into the data by hand, and for the system tests: the addresses and the superuser. */
    public void describe(Path file) {
        StringBuilder text = new StringBuilder();
        for (String name : List.of("lethe", "lethe_vault")) {
            text.append(name).append(".url=").append(server.url(name)).append('\n');
            text.append(name)
                    .append(".admin-user=")
                    .append(PostgresPart.SUPERUSER)
                    .append('\n');
            text.append(name)
                    .append(".admin-password=")
                    .append(server.password())
                    .append('\n');
        }
        Home.writePrivately(file, text.toString());
    }

    private Database database(String key, String name) {
        return new Database(
                key,
                server.url(name),
                APPLICATION,
                secrets.of("postgresql." + APPLICATION),
                OWNER,
                secrets.of("postgresql." + OWNER));
    }

    private void role(Statement statement, String role) throws SQLException {
        String verb = exists(statement, "pg_roles where rolname", role) ? "alter" : "create";
        statement.execute(verb + " role " + role + " login nosuperuser nocreatedb nocreaterole nobypassrls password '"
                + secrets.of("postgresql." + role) + "'");
    }

    private static void create(Statement statement, String database) throws SQLException {
        if (!exists(statement, "pg_database where datname", database)) {
            statement.execute("create database " + database + " owner " + OWNER);
        }
        statement.execute("revoke all on database " + database + " from public");
        statement.execute("grant connect on database " + database + " to " + APPLICATION);
    }

    private static boolean exists(Statement statement, String where, String name) throws SQLException {
        try (ResultSet found = statement.executeQuery("select 1 from " + where + " = '" + name + "'")) {
            return found.next();
        }
    }
}
