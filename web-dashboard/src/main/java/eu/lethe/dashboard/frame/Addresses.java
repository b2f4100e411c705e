package eu.lethe.dashboard.frame;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses within the dashboard, and nowhere else: nobody may be sent away by a link that ends in a stranger's page. */
public final class Addresses {

    // One slash, then letters: "//host" and "/\host" are addresses of other servers to a browser.
    private static final Pattern OURS = Pattern.compile("/[a-z][a-z0-9-]*(\\?[a-zA-Z0-9=&-]*)?");

    private Addresses() {}

    /** The path to go on to after a login, or the start page if it is none of ours. */
    public static String ours(@Nullable String wanted) {
        return wanted != null && OURS.matcher(wanted).matches() && !wanted.startsWith("/login") ? wanted : "/overview";
    }

    /** The query of an address, with its question mark, or nothing. */
    static String queryOf(@Nullable String address) {
        if (address == null) {
            return "";
        }
        try {
            String query = URI.create(address).getRawQuery();
            return query != null && query.matches("[a-zA-Z0-9=&-]*") ? "?" + query : "";
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}
