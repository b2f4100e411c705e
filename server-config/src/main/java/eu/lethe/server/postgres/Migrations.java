package eu.lethe.server.postgres;

import eu.lethe.server.supervision.Refusal;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/** Brings both databases up to date, as their owner. One history per schema, because each module owns its own. */
public final class Migrations {

    private static final int CONNECT_RETRIES = 3;

    private Migrations() {}

    /** The number of migrations that were applied. */
    public static int run(Database main, Database vault) {
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
            throw new Refusal("The schema " + schema + " of " + database + " could not be brought up to date: "
                    + String.valueOf(failure.getMessage()).strip(), failure);
        }
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
