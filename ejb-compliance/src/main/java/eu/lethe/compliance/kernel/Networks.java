package eu.lethe.compliance.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** From where a request comes, to count by: personal data, for memory only. */
@ApplicationScoped
public class Networks {

    // Nothing else may reach the resolver, which would ask the network for it.
    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:][0-9a-fA-F.]*:[0-9a-fA-F:.]*");

    private Optional<String> addressHeader;

    @SuppressWarnings("NullAway.Init")
    protected Networks() {}

    @Inject
    public Networks(@ConfigProperty(name = "lethe.visitor.address-header") Optional<String> addressHeader) {
        this.addressHeader = addressHeader;
    }

    /** The address; of an IPv6 address only the network, as whoever has one address there has 2^64. */
    public String of(HttpServletRequest request) {
        // The last entry is the one our own proxy wrote; those before it are whatever the client claims.
        return network(addressHeader
                .map(request::getHeader)
                .map(entries -> entries.substring(entries.lastIndexOf(',') + 1).strip())
                .orElseGet(request::getRemoteAddr));
    }

    static String network(String address) {
        int zone = address.indexOf('%');
        String literal = zone < 0 ? address : address.substring(0, zone);
        if (!LITERAL.matcher(literal).matches()) {
            return address;
        }
        try {
            var found = InetAddress.getByName(literal);
            return found instanceof Inet6Address
                    ? Long.toHexString(ByteBuffer.wrap(found.getAddress()).getLong()) + "::/64"
                    : found.getHostAddress();
        } catch (UnknownHostException noAddress) {
            return address;
        }
    }
}
