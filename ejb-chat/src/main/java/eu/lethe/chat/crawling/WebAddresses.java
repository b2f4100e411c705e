package eu.lethe.chat.crawling;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** URLs in one writing each, so that a page has one address. */
public final class WebAddresses {

    private static final int LONGEST = 2000;
    private static final Pattern TRACKING = Pattern.compile(
            "(?i)(utm_[a-z_]+|gclid|dclid|fbclid|msclkid|yclid|igshid|mc_[ce]id|_ga|_gl|_hs(enc|mi)|phpsessid|jsessionid|sid)(=.*)?");
    private static final Pattern PARTS =
            Pattern.compile("(?i)(https?)://([^/?#\\\\]*)([^?#]*)(\\?[^#]*)?(#.*)?", Pattern.DOTALL);

    private WebAddresses() {}

    /** @return the address without fragment, tracking and default port; empty if it is no address of a web page */
    public static Optional<URI> canonical(String url) {
        var parts = PARTS.matcher(url.strip());
        if (url.length() > LONGEST || !parts.matches()) {
            return Optional.empty();
        }
        try {
            String scheme = parts.group(1).toLowerCase(Locale.ROOT);
            String authority = authority(scheme, parts.group(2));
            String path = parts.group(3).replaceFirst("(?i);jsessionid=[^/]*", "");
            URI uri = new URI(scheme + "://" + authority + escape(path.isEmpty() ? "/" : path) + query(parts.group(4)))
                    .normalize();
            boolean usable = uri.getHost() != null
                    && uri.getUserInfo() == null
                    && !uri.getPath().startsWith("/../");
            return usable ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    public static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return uri.getScheme().equals("https") ? 443 : 80;
    }

    /** Whether two hosts are one site: the same, or one is the other with {@code www.} before it. */
    static boolean sameSite(URI one, URI other) {
        return bare(one).equals(bare(other));
    }

    // An unusual port is part of the site: another one is another server.
    private static String bare(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        String name = host.startsWith("www.") ? host.substring(4) : host;
        return uri.getPort() < 0 ? name : name + ":" + uri.getPort();
    }

    private static String authority(String scheme, String written) {
        String lower = written.toLowerCase(Locale.ROOT);
        String usualPort = scheme.equals("https") ? ":443" : ":80";
        String host = lower.endsWith(usualPort) ? lower.substring(0, lower.length() - usualPort.length()) : lower;
        boolean ascii = host.chars().allMatch(c -> c < 128);
        return ascii ? host : IDN.toASCII(host);
    }

    private static String query(@Nullable String written) {
        if (written == null || written.length() < 2) {
            return "";
        }
        String kept = Arrays.stream(written.substring(1).replace("&amp;", "&").split("&", -1))
                .filter(parameter ->
                        !parameter.isEmpty() && !TRACKING.matcher(parameter).matches())
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + escape(kept);
    }

    // Browsers accept what the standard forbids in a URL; so must whoever follows links that people wrote.
    private static String escape(String part) {
        var escaped = new StringBuilder();
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            boolean escapes = c == '%' && part.regionMatches(true, i + 1, hex(part, i), 0, 2);
            if (escapes || (c > ' ' && c < 127 && "\"<>\\^`{|}[]%".indexOf(c) < 0)) {
                escaped.append(c);
            } else if (c == '%') {
                escaped.append("%25");
            } else if (c < 128) {
                escaped.append('%').append(String.format("%02X", (int) c));
            } else {
                escaped.append(c);
            }
        }
        // Other letters become UTF-8 in percent signs, which is how servers expect them.
        return URI.create("x:/_" + escaped).toASCIIString().substring(4);
    }

    private static String hex(String part, int percent) {
        String two = part.substring(Math.min(part.length(), percent + 1), Math.min(part.length(), percent + 3));
        return two.matches("[0-9A-Fa-f]{2}") ? two : "zz";
    }
}
