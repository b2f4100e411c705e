package eu.lethe.chat.crawling;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.UnknownFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/** The pages that a site's sitemaps list; an index leads to further sitemaps, packed or not. */
final class Sitemaps {

    private static final System.Logger LOG = System.getLogger(Sitemaps.class.getName());

    private static final int MOST_FILES = 50;
    private static final int MAX_UNPACKED = 50 * 1024 * 1024;

    private final WebClient web;
    private final Predicate<URI> permitted;
    private final int most;

    Sitemaps(WebClient web, Predicate<URI> permitted, int most) {
        this.web = web;
        this.permitted = permitted;
        this.most = most;
    }

    /** @throws Unreachable if the first sitemap cannot be read; further ones of an index may be missing */
    Set<URI> pages(URI first) throws Unreachable {
        var pages = new LinkedHashSet<URI>();
        Deque<URI> waiting = new ArrayDeque<>();
        var seen = new HashSet<URI>();
        collect(read(first), pages, waiting);
        seen.add(first);
        while (!waiting.isEmpty() && seen.size() < MOST_FILES && pages.size() < most) {
            URI next = waiting.removeFirst();
            if (seen.add(next)) {
                collectIfThere(next, pages, waiting);
            }
        }
        return pages;
    }

    private void collectIfThere(URI location, Set<URI> pages, Deque<URI> waiting) {
        try {
            collect(read(location), pages, waiting);
        } catch (Unreachable missing) {
            LOG.log(Level.DEBUG, "A sitemap of an index is missing: {0}", missing.code());
        }
    }

    private void collect(AbstractSiteMap map, Set<URI> pages, Deque<URI> waiting) {
        if (map instanceof SiteMapIndex index) {
            index.getSitemaps()
                    .forEach(entry ->
                            WebAddresses.canonical(entry.getUrl().toString()).ifPresent(waiting::add));
        } else if (map instanceof SiteMap list) {
            list.getSiteMapUrls().stream()
                    .flatMap(entry -> WebAddresses.canonical(entry.getUrl().toString()).stream())
                    .filter(permitted)
                    .limit(most)
                    .forEach(pages::add);
        }
    }

    private AbstractSiteMap read(URI location) throws Unreachable {
        WebResponse response = web.get(location, Validators.NONE, permitted);
        try {
            return new SiteMapParser(false).parseSiteMap(unpacked(response.body()), location.toURL());
        } catch (UnknownFormatException | IOException | RuntimeException broken) {
            throw new Unreachable("sitemap-broken", broken);
        }
    }

    private static byte[] unpacked(byte[] body) throws IOException {
        boolean packed = body.length > 2 && (body[0] & 0xFF) == 0x1F && (body[1] & 0xFF) == 0x8B;
        if (!packed) {
            return body;
        }
        try (var in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] whole = in.readNBytes(MAX_UNPACKED + 1);
            if (whole.length > MAX_UNPACKED) {
                throw new IOException("sitemap unpacks to too much");
            }
            return whole;
        }
    }
}
