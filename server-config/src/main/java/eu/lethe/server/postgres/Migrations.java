package eu.lethe.server.postgres;

import eu.lethe.server.supervision.Refusal;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/** Brings both databases up to date, as their owner. One history per schema, because each module owns its own. */
public final class Migrations {

    private static final int CONNECT_RETRIES = 3;

    /** Flyway narrates every step; a refusal is an exception anyway. Held here, or the logger would be collected. */
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    private Migrations() {}

    /** The number of migrations that were applied. */
    public static int run(Database main, Database vault) {
        FLYWAY.setLevel(Level.OFF);
        return migrate(main, "compliance") + migrate(main, "chat") + migrate(vault, "vault");
    }

    private static int migrate(Database database, String schema) {
        FluentConfiguration configuration = Flyway.configure()
                .dataSource(database.url(), database.ownerUser(), database.ownerPassword())
                .connectRetries(CONNECT_RETRIES)
                .schemas(schema)
                .locations("classpath:db/" + schema)
                .placeholders(Map.of("app_role", database.user()))
                .outOfOrder(true); // branches are merged in another order than their timestamps
        transactionalLockOff(configuration);
        try {
            return configuration.load().migrate().migrationsExecuted;
        } catch (FlywayException failure) {
            throw new Refusal(
                    "The schema " + schema + " of " + database + " could not be brought up to date: "
                            + sentence(failure),
                    failure);
        }
    }

    /** Flyway's message is a page; its heading and the database's own message say what matters. */
    private static String sentence(FlywayException failure) {
        String message = String.valueOf(failure.getMessage()).strip();
        String cause = message.lines()
                .filter(line -> line.startsWith("Message "))
                .map(line -> ": " + line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("");
        return message.lines().findFirst().orElse("") + cause;
    }

    /** With its lock in a transaction, Flyway waits for itself when a migration creates an index concurrently. */
    private static void transactionalLockOff(FluentConfiguration configuration) {
        PostgreSQLConfigurationExtension extension =
                configuration.getConfigurationExtension(PostgreSQLConfigurationExtension.class);
        if (extension != null) {
            extension.setTransactionalLock(false);
        }
    }
}
