package eu.lethe.server.launcher;

import eu.lethe.server.postgres.Database;
import eu.lethe.server.postgres.Databases;
import eu.lethe.server.postgres.Migrations;
import eu.lethe.server.postgres.PostgresPart;
import eu.lethe.server.supervision.Child;
import eu.lethe.server.supervision.Home;
import eu.lethe.server.supervision.Ports;
import eu.lethe.server.supervision.Progress;
import eu.lethe.server.supervision.Refusal;
import eu.lethe.server.supervision.Secrets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** PostgreSQL and OpenSearch: the configured ones, and our own for what is not configured. */
final class Stores {

    private final Home home;
    private final Progress progress;
    private final Optional<Databases> own;
    private final Optional<Child> postgres;
    private final Optional<Child> search;
    private final Database main;
    private final Database vault;
    private final OpenSearchAddress searchAddress;
    private final boolean searchIsOurs;

    Stores(Installation installation, Home home, Configuration configuration, Progress progress, int firstPort) {
        this.home = home;
        this.progress = progress;
        Optional<Database> mainSet = ConfiguredDatabase.of(configuration, "lethe.db");
        Optional<Database> vaultSet = ConfiguredDatabase.of(configuration, "lethe.vault");
        int port = Ports.freeFrom(firstPort);
        if (mainSet.isPresent() && vaultSet.isPresent()) {
            own = Optional.empty();
            postgres = Optional.empty();
            main = mainSet.get();
            vault = vaultSet.get();
        } else {
            Secrets secrets = new Secrets(home.root());
            PostgresPart part = new PostgresPart(home, secrets, port);
            Databases databases = new Databases(part, secrets);
            own = Optional.of(databases);
            postgres = Optional.of(new Child(part, home, progress));
            main = mainSet.orElseGet(databases::main);
            vault = vaultSet.orElseGet(databases::vault);
        }
        Optional<OpenSearchAddress> searchSet = OpenSearchAddress.configured(configuration);
        searchIsOurs = searchSet.isEmpty();
        int searchPort = Ports.freeFrom(port + 1);
        OpenSearchPart part = new OpenSearchPart(
                installation,
                home,
                searchPort,
                Ports.freeFrom(searchPort + 1),
                configuration.value("lethe.opensearch.memory", "256m"));
        search = searchIsOurs ? Optional.of(new Child(part, home, progress)) : Optional.empty();
        searchAddress = searchSet.orElseGet(() -> OpenSearchAddress.open(part.url()));
    }

    boolean ownPostgres() {
        return postgres.isPresent();
    }

    boolean ownSearch() {
        return searchIsOurs;
    }

    void stopOrphans() {
        search.ifPresent(Child::stopOrphan);
        postgres.ifPresent(Child::stopOrphan);
    }

    /** Whether what is configured is there; our own has not been started yet. */
    void requireReachable() {
        for (Database database : List.of(main, vault)) {
            if (own.isEmpty() || !isOwn(database)) {
                database.requireUsable();
            }
        }
        if (!searchIsOurs) {
            searchAddress.requireUsable();
        }
    }

    private boolean isOwn(Database database) {
        return own.filter(databases ->
                        databases.main().equals(database) || databases.vault().equals(database))
                .isPresent();
    }

    /** Both at once: neither needs the other, and each waits mostly for itself. */
    void start() {
        CompletableFuture<Void> searching = CompletableFuture.runAsync(() -> search.ifPresent(Child::start));
        try {
            postgres.ifPresent(Child::start);
            own.ifPresent(databases -> {
                databases.prepare();
                databases.describe(home.root().resolve("postgresql").resolve("stores.properties"));
            });
            int applied = Migrations.run(main, vault);
            progress.line("Databases up to date (" + applied + " migrations applied)");
        } finally {
            join(searching);
        }
    }

    private static void join(CompletableFuture<Void> searching) {
        try {
            searching.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof Refusal refusal) {
                throw refusal;
            }
            throw failure;
        }
    }

    void stop() {
        search.ifPresent(Child::stop);
        postgres.ifPresent(Child::stop);
    }

    /** How the application reaches the stores. The owner's password is not for it. */
    Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        put(environment, "LETHE_DB_", main);
        put(environment, "LETHE_VAULT_", vault);
        environment.put("LETHE_OPENSEARCH_URL", searchAddress.url());
        searchAddress.user().ifPresent(user -> environment.put("LETHE_OPENSEARCH_USER", user));
        searchAddress.password().ifPresent(password -> environment.put("LETHE_OPENSEARCH_PASSWORD", password));
        return environment;
    }

    private static void put(Map<String, String> environment, String prefix, Database database) {
        environment.put(prefix + "URL", database.url());
        environment.put(prefix + "USER", database.user());
        environment.put(prefix + "PASSWORD", database.password());
    }

    List<String> addresses() {
        List<String> lines = new ArrayList<>();
        lines.add("PostgreSQL  " + main.url() + " and " + vault.url());
        lines.add("OpenSearch  " + searchAddress.url());
        return lines;
    }
}
