package eu.lethe.chat.conversations;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The page somebody wrote from, without what could identify them: no query but utm_*, no fragment, no user (SEED-C6). */
final class EntryPage {

    private static final int LONGEST = 2000;

    private EntryPage() {}

    /** Null if the address cannot be read: an odd page address is no reason to refuse a question. */
    static @Nullable String of(@Nullable String address) {
        if (address == null || address.length() > LONGEST) {
            return null;
        }
        try {
            var uri = new URI(address.strip());
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (!web || uri.getHost() == null) {
                return null;
            }
            String query = campaign(uri.getRawQuery());
            String port = uri.getPort() == -1 ? "" : ":" + uri.getPort();
            String path = uri.getRawPath() == null ? "" : uri.getRawPath();
            return uri.getScheme() + "://" + uri.getHost() + port + path + (query.isEmpty() ? "" : "?" + query);
        } catch (URISyntaxException unreadable) {
            return null;
        }
    }

    private static String campaign(@Nullable String query) {
        if (query == null) {
            return "";
        }
        return Arrays.stream(query.split("&"))
                .filter(pair -> pair.startsWith("utm_"))
                .collect(Collectors.joining("&"));
    }
}
