package eu.lethe.chat.crawling;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names for the HTTP client and lets only public addresses through. The client connects to exactly the addresses
 * returned here, so a name server that answers differently the next time is never asked a next time.
 */
final class AddressGuard implements DnsResolver {

    /** Where addresses come from: the system, or a test's own. */
    interface Names {
        InetAddress[] addressesOf(String host) throws UnknownHostException;
    }

    /** The host exists, but only at addresses that must not be reached. */
    static final class Forbidden extends UnknownHostException {
        Forbidden(String host) {
            super(host);
        }
    }

    // Prefixes that are not the public internet: first address and length (RFC 6890 and its successors).
    private static final List<Prefix> CLOSED_V4 = List.of(
            new Prefix(0, 0, 8),
            new Prefix(10, 0, 8),
            new Prefix(100, 64, 10),
            new Prefix(127, 0, 8),
            new Prefix(169, 254, 16),
            new Prefix(172, 16, 12),
            new Prefix(192, 168, 16),
            new Prefix(198, 18, 15),
            new Prefix(224, 0, 3));
    private static final List<String> CLOSED_V4_24 =
            List.of("192.0.0.", "192.0.2.", "192.88.99.", "198.51.100.", "203.0.113.");

    private record Prefix(int first, int second, int length) {
        boolean holds(byte[] address) {
            int bits = ((address[0] & 0xFF) << 8) | (address[1] & 0xFF);
            return (bits ^ (first << 8 | second)) >> (16 - length) == 0;
        }
    }

    private final AllowedHosts allowed;
    private final Names names;

    AddressGuard(AllowedHosts allowed, Names names) {
        this.allowed = allowed;
        this.names = names;
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        List<InetSocketAddress> reachable = new ArrayList<>();
        for (InetAddress address : names.addressesOf(host)) {
            if (allowed.allows(host, port) || isPublic(address)) {
                reachable.add(new InetSocketAddress(address, port));
            }
        }
        if (reachable.isEmpty()) {
            throw new Forbidden(host);
        }
        return reachable;
    }

    // Without a port no host can be allowed: whoever asks this way gets public addresses only.
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        return resolve(host, 0).stream().map(InetSocketAddress::getAddress).toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    static boolean isPublic(InetAddress address) {
        if (address instanceof Inet4Address) {
            return isPublicV4(address.getAddress(), address.getHostAddress());
        }
        return address instanceof Inet6Address && isPublicV6(address.getAddress());
    }

    private static boolean isPublicV4(byte[] bytes, String text) {
        return CLOSED_V4.stream().noneMatch(prefix -> prefix.holds(bytes))
                && CLOSED_V4_24.stream().noneMatch(text::startsWith);
    }

    // Only 2000::/3 is given out at all. In it, 2001::/23 (Teredo and other tunnels), 2002::/16 (6to4: holds an IPv4
    // address),
    // 2001:db8::/32 and 3fff::/20 (examples) lead elsewhere or nowhere.
    private static boolean isPublicV6(byte[] bytes) {
        int first = ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
        int second = ((bytes[2] & 0xFF) << 8) | (bytes[3] & 0xFF);
        boolean global = first >> 13 == 1;
        boolean tunnel = (first == 0x2001 && second < 0x0200) || first == 0x2002;
        boolean example = (first == 0x2001 && second == 0x0DB8) || (first == 0x3FFF && second < 0x1000);
        return global && !tunnel && !example;
    }
}
