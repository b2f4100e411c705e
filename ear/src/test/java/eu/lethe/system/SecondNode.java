package eu.lethe.system;

import eu.lethe.system.RunningLethe.Server;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** Another node of the same installation: an application server of its own, with the stores, keys and files of the first one. */
final class SecondNode implements AutoCloseable {

    private static final Set<String> OF_ITS_OWN = Set.of("LETHE_HOME", "LETHE_DRILL_FILE", "LETHE_DEMO_ORIGIN");

    private final URI url;
    private final Process launcher;

    private SecondNode(URI url, Process launcher) {
        this.url = url;
        this.launcher = launcher;
    }

    static SecondNode beside(RunningLethe lethe) throws IOException {
        Path home = lethe.home().resolveSibling("second");
        RunningLethe.delete(home);
        Files.createDirectories(home);
        int port = RunningLethe.freePort();
        List<String> command = RunningLethe.launcher(home, port);
        command.add(System.getProperty("lethe.ear"));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(home.resolveSibling("second.log").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("LETHE_"));
        builder.environment().putAll(environment(lethe, home));
        var node = new SecondNode(URI.create("http://localhost:" + port), builder.start());
        RunningLethe.await("the second node", () -> {
            if (!node.launcher.isAlive()) {
                throw new IllegalStateException("The second launcher ended, see " + home.resolveSibling("second.log"));
            }
            return RunningLethe.answers(node.url.resolve("/visitor/sites/demo"));
        });
        return node;
    }

    // What the first node's launcher wrote down for whoever runs the application by hand.
    private static Map<String, String> environment(RunningLethe lethe, Path home) throws IOException {
        Map<String, String> environment = properties(lethe.home().resolve("run").resolve("lethe.env"));
        environment.keySet().removeAll(OF_ITS_OWN);
        environment.merge(
                "LETHE_ERASURE_SEARCHED_FOLDERS", home.resolve("logs").toString(), (first, own) -> first + "," + own);
        String owner = properties(lethe.home().resolve("secrets.properties")).get("postgresql.lethe_owner");
        for (String database : List.of("LETHE_DB", "LETHE_VAULT")) {
            environment.put(database + "_OWNER_USER", "lethe_owner");
            environment.put(database + "_OWNER_PASSWORD", owner);
        }
        return environment;
    }

    private static Map<String, String> properties(Path file) throws IOException {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        var map = new HashMap<String, String>();
        properties.stringPropertyNames().forEach(name -> map.put(name, properties.getProperty(name)));
        return map;
    }

    URI url() {
        return url;
    }

    Frozen freeze() throws IOException {
        return Frozen.now(Server.PAYARA.in(launcher));
    }

    @Override
    public void close() {
        RunningLethe.stop(launcher);
    }
}
