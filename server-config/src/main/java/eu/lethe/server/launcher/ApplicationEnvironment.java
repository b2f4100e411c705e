package eu.lethe.server.launcher;

import eu.lethe.server.supervision.Home;
import eu.lethe.server.supervision.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Everything the application is told, as environment: the command line of a process is for everybody to read. */
record ApplicationEnvironment(Home home, Configuration configuration, Options options, FirstLogin login) {

    private static final int NODE_BYTES = 4;

    Map<String, String> complete(Map<String, String> stores, int port) {
        Map<String, String> all = new TreeMap<>();
        all.put("LETHE_HOME", home.root().toString());
        all.put("LETHE_KEYS_FILE", home.folder("keys").resolve("lethe.p12").toString());
        all.put("LETHE_KEYS_PASSWORD", new Secrets(home.root()).of("keys"));
        all.put(
                "LETHE_TOMBSTONES_FILE",
                home.folder("proof").resolve("tombstones.log").toString());
        all.put("LETHE_ERASURE_SEARCHED_FOLDERS", home.folder("logs").toString());
        all.put(
                "LETHE_AUDIT_SEALS_FILE",
                home.folder("proof").resolve("seals.log").toString());
        all.put("LETHE_OWNER_EMAIL", login.email());
        all.put("LETHE_OWNER_PASSWORD", login.password());
        all.put("LETHE_PUBLIC_URL", "http://localhost:" + port);
        if (options.demo()) {
            all.put("LETHE_DEMO_ORIGIN", "http://localhost:" + (port + 1));
        }
        all.putAll(configuration.asEnvironment());
        if (options.demo()) {
            // The demo's page is on this machine, which the crawler reaches only where it is allowed to.
            all.merge("LETHE_KNOWLEDGE_ALLOWED_HOSTS", "localhost:" + (port + 1), (own, demo) -> own + "," + demo);
        }
        all.putAll(stores);
        all.keySet().removeIf(name -> name.contains("_OWNER_") && !name.startsWith("LETHE_OWNER_"));
        return all;
    }

    /** The name under which this node's half-finished commits are found again: it must never change. */
    static String nodeName(Home home) {
        Path file = home.folder("transactions").resolve("node-name");
        try {
            if (!Files.exists(file)) {
                byte[] bytes = new byte[NODE_BYTES];
                new SecureRandom().nextBytes(bytes);
                Files.writeString(file, "lethe-" + HexFormat.of().formatHex(bytes));
            }
            return Files.readString(file).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
