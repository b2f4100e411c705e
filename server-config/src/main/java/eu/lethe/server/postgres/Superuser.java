package eu.lethe.server.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Opens the databases of a launcher's home as the superuser, who sees every row: for drills and benchmarks. */
public final class Superuser {

    private Superuser() {}

    /** @param port PostgreSQL's own, two after Lethe's */
    public static Connection connect(Path home, int port, String database) throws SQLException, IOException {
        var secrets = new Properties();
        try (var in = Files.newBufferedReader(home.resolve("secrets.properties"))) {
            secrets.load(in);
        }
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database,
                "postgres",
                secrets.getProperty("postgresql.superuser"));
    }
}
