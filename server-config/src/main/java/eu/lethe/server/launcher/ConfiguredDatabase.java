package eu.lethe.server.launcher;

import eu.lethe.server.postgres.Database;
import eu.lethe.server.supervision.Refusal;
import java.util.Optional;

/** A database the configuration names. Without an owner of its own, the application's role also owns the schema. */
final class ConfiguredDatabase {

    private ConfiguredDatabase() {}

    static Optional<Database> of(Configuration configuration, String key) {
        return configuration.value(key + ".url").map(url -> {
            String user = configuration
                    .value(key + ".user")
                    .orElseThrow(() -> new Refusal("With " + key + ".url set, " + key + ".user must be set, too."));
            String password = configuration.value(key + ".password", "");
            Optional<String> owner = configuration.value(key + ".owner-user");
            String ownerPassword = owner.isPresent() ? configuration.value(key + ".owner-password", "") : password;
            return new Database(key, url, user, password, owner.orElse(user), ownerPassword);
        });
    }

    static Database required(Configuration configuration, String key) {
        return of(configuration, key)
                .orElseThrow(() -> new Refusal("To migrate, set " + key + ".url (environment "
                        + Configuration.variable(key + ".url") + ") to the database to bring up to date."));
    }
}
