package eu.lethe.chat.crawling;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Hosts that the operator lets the crawler reach although they are inside the network or on an unusual port. */
final class AllowedHosts {

    private final Set<String> entries;

    /** @param list host or host:port, separated by commas; a host without a port is allowed on 80 and 443 */
    AllowedHosts(String list) {
        entries = Arrays.stream(list.split(",", -1))
                .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
                .filter(entry -> !entry.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether even a private address will do for this host. */
    boolean allows(String host, int port) {
        String name = host.toLowerCase(Locale.ROOT);
        return entries.contains(name + ":" + port) || (usual(port) && entries.contains(name));
    }

    boolean allowsPort(String host, int port) {
        return usual(port) || allows(host, port);
    }

    private static boolean usual(int port) {
        return port == 80 || port == 443;
    }
}
