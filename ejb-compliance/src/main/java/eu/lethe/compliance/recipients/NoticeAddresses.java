package eu.lethe.compliance.recipients;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where notices may go: to the public internet over TLS, and to those hosts of the operator's own network that the operator
 * names. A member of an account enters the address, so it must not open a way to what only this server can reach.
 */
@ApplicationScoped
class NoticeAddresses {

    @Inject
    @ConfigProperty(name = "lethe.recipients.allowed-hosts")
    Optional<String> allowed;

    /** @throws Undelivered if nothing may be sent there */
    void mustBeOpen(URI address) throws Undelivered {
        if (isAllowed(address)) {
            return;
        }
        if (!"https".equals(address.getScheme())) {
            throw new Undelivered("no-tls");
        }
        // The client resolves the name again, but from the JVM's cache, which outlives this by seconds.
        for (InetAddress resolved : resolve(address.getHost())) {
            if (isInside(resolved)) {
                throw new Undelivered("address-forbidden");
            }
        }
    }

    private boolean isAllowed(URI address) {
        String host = address.getHost().toLowerCase(Locale.ROOT);
        List<String> hosts = allowed.map(list -> Arrays.stream(list.split(","))
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .toList())
                .orElse(List.of());
        return hosts.contains(host) || hosts.contains(host + ":" + address.getPort());
    }

    private static InetAddress[] resolve(String host) throws Undelivered {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException unknown) {
            throw new Undelivered("host-unknown");
        }
    }

    static boolean isInside(InetAddress address) {
        byte[] raw = address.getAddress();
        boolean special = address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        if (address instanceof Inet6Address) {
            // Unique local addresses (fc00::/7) and everything that only wraps an IPv4 address.
            boolean globalUnicast = (raw[0] & 0xE0) == 0x20;
            boolean wraps = raw[0] == 0x20 && raw[1] == 0x02 || raw[0] == 0x20 && raw[1] == 0x01 && raw[2] == 0;
            return special || !globalUnicast || wraps;
        }
        int first = raw[0] & 0xFF;
        int second = raw[1] & 0xFF;
        boolean shared = first == 100 && second >= 64 && second < 128;
        boolean reserved = first == 0 || first >= 240 || first == 198 && (second == 18 || second == 19);
        boolean documentation = first == 192 && second == 0;
        return special || shared || reserved || documentation;
    }
}
