package eu.lethe.server.launcher;

import eu.lethe.server.demo.DemoSite;
import eu.lethe.server.supervision.Child;
import eu.lethe.server.supervision.Home;
import eu.lethe.server.supervision.Part;
import eu.lethe.server.supervision.Ports;
import eu.lethe.server.supervision.Progress;
import eu.lethe.server.supervision.Refusal;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/** Checks, starts, watches and stops the whole. */
final class Supervisor {

    private static final int STORES_OFFSET = 2; // Lethe's port, the demo's, then the stores'

    private final Installation installation = Installation.ofThisJar();
    private final Home home;
    private final Options options;
    private final Progress progress;
    private final Site site;
    private final Stores stores;
    private final FileLock lock;
    private final Map<String, String> environment;
    private final Optional<Child> payara;
    private final Optional<DemoSite> demo;
    private final FirstLogin login;
    private volatile boolean stopping;

    Supervisor(Home home, Configuration configuration, Options options, Progress progress) {
        this.home = home;
        this.options = options;
        this.progress = progress;
        installation.requireComplete();
        options.ear().ifPresent(Supervisor::requireFile);
        this.lock = home.lock();
        int port =
                options.port().orElseGet(() -> Ports.number("lethe.port", configuration.value("lethe.port", "8080")));
        this.site = new Site(
                configuration.value("lethe.host", Ports.LOOPBACK),
                port,
                configuration.value("lethe.memory", "512m"),
                ApplicationEnvironment.nodeName(home));
        this.stores = new Stores(installation, home, configuration, progress, port + STORES_OFFSET);
        this.login = FirstLogin.of(configuration, home);
        this.environment =
                new ApplicationEnvironment(home, configuration, options, login).complete(stores.environment(), port);
        this.payara = application();
        this.demo = options.demo()
                ? Optional.of(new DemoSite(installation.demoSite(), installation.demoKnowledge(), site.host(), port))
                : Optional.empty();
    }

    private Optional<Child> application() {
        return options.task() == Options.Task.STORES_ONLY
                ? Optional.empty()
                : options.ear().map(this::server).map(part -> new Child(part, home, progress));
    }

    private Part server(Path ear) {
        return options.payaraServer()
                .<Part>map(folder -> new PayaraServerPart(folder, installation, home, ear, site, environment))
                .orElseGet(() -> new PayaraPart(installation, home, ear, site, environment));
    }

    /** Everything that can refuse does so here, before the first process is started. */
    void check() {
        payara.ifPresent(Child::stopOrphan);
        stores.stopOrphans();
        payara.ifPresent(child -> Ports.requireFree(site.host(), site.port(), "Lethe"));
        demo.ifPresent(page -> Ports.requireFree(site.host(), site.port() + 1, "the demo site"));
        Machine.requireDisk(home);
        Machine.requireMemory(
                Machine.memoryNeeded(payara.isPresent(), stores.ownSearch(), stores.ownPostgres()),
                Machine.freeMemory());
        stores.requireReachable();
    }

    void run() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        progress.line("Lethe keeps its data in " + home.root());
        try {
            stores.start();
            Home.writePrivately(home.folder("run").resolve("lethe.env"), lines(environment));
            // Before the application, which reads the demo's pages as soon as it runs.
            demo.ifPresent(DemoSite::start);
            payara.ifPresent(Child::start);
        } catch (Refusal refusal) {
            if (stopping) {
                awaitExit();
            }
            stop();
            throw refusal;
        }
        progress.box(farewell());
        System.gc(); // hands the memory of the start back: this process only waits from here on
        awaitExit();
    }

    /** In the order in which the parts need each other. */
    private synchronized void stop() {
        if (stopping) {
            return;
        }
        stopping = true;
        demo.ifPresent(DemoSite::stop);
        payara.ifPresent(Child::stop);
        stores.stop();
        try {
            lock.release();
        } catch (IOException gone) {
            progress.line("The lock of " + home.root() + " was gone: " + gone.getMessage());
        }
    }

    private String farewell() {
        String data = "Data        " + home.root() + "\nCtrl-C stops.\n";
        if (payara.isEmpty()) {
            return String.join("\n", stores.addresses()) + "\nSettings    "
                    + home.root().resolve("run").resolve("lethe.env") + "\n" + data;
        }
        String address = environment.getOrDefault("LETHE_PUBLIC_URL", "");
        String page = demo.map(site -> "Demo        " + site.address() + "/\n").orElse("");
        return "Lethe is ready.\n\n" + page + "Dashboard   " + address + "/dashboard/\nWidget      " + address
                + "/widget/lethe.js\nFirst login " + login.sentence() + "\n" + data;
    }

    private static String lines(Map<String, String> environment) {
        return environment.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .sorted()
                .collect(Collectors.joining());
    }

    static void requireFile(Path ear) {
        if (!Files.isRegularFile(ear)) {
            throw new Refusal("There is no application at " + ear + ": build it with mvn -Dquick package.");
        }
    }

    private static void awaitExit() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
