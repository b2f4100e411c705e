package eu.lethe.server.launcher;

import eu.lethe.server.supervision.Home;
import java.io.IOException;
import java.nio.file.Files;

/** The commands Payara runs before it boots, with this machine's names filled in. They name secrets, they hold none. */
final class Preboot {

    private Preboot() {}

    static String micro(Installation installation, Home home, Site site) throws IOException {
        return filled(script(installation, "preboot.txt"), "http-listener", home, site);
    }

    static String server(Installation installation, Home home, Site site) throws IOException {
        String both = script(installation, "preboot.txt") + script(installation, "preboot-server.txt");
        String port =
                "set configs.config.server-config.network-config.network-listeners.network-listener.@LISTENER@.port="
                        + site.port() + "\n";
        return filled(both + port, "http-listener-1", home, site);
    }

    private static String script(Installation installation, String name) throws IOException {
        return Files.readString(installation.payaraScripts().resolve(name));
    }

    private static String filled(String script, String listener, Home home, Site site) {
        return script.replace("@TX_LOG@", home.folder("transactions").toString())
                .replace("@NODE@", site.node())
                .replace("@LISTENER@", listener)
                .replace("@HOST@", site.host());
    }
}
