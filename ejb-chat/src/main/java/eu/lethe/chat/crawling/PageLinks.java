package eu.lethe.chat.crawling;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Where a page leads and what it asks of crawlers. */
record PageLinks(boolean indexable, Optional<URI> canonical, Set<URI> links) {

    private static final int MOST = 2000;

    static PageLinks of(WebResponse response) {
        try {
            var body = new ByteArrayInputStream(response.body());
            Document page =
                    Jsoup.parse(body, response.charset(), response.location().toString());
            String asked = response.robots() + ","
                    + page.select("meta[name~=(?i)^(robots|lethe)$]")
                            .eachAttr("content")
                            .toString()
                            .toLowerCase(Locale.ROOT);
            boolean none = asked.matches(".*\\bnone\\b.*");
            boolean follow = !none && !asked.contains("nofollow");
            return new PageLinks(!none && !asked.contains("noindex"), canonical(page), follow ? links(page) : Set.of());
        } catch (IOException unreadable) {
            return new PageLinks(true, Optional.empty(), Set.of());
        }
    }

    private static Optional<URI> canonical(Document page) {
        Element link = page.selectFirst("link[rel=canonical][href]");
        return link == null ? Optional.empty() : WebAddresses.canonical(link.absUrl("href"));
    }

    private static Set<URI> links(Document page) {
        var links = new LinkedHashSet<URI>();
        for (Element link :
                page.select("a[href], area[href], link[rel=next][href], link[rel=alternate][hreflang][href]")) {
            boolean refused = link.attr("rel").toLowerCase(Locale.ROOT).contains("nofollow");
            if (!refused && links.size() < MOST) {
                WebAddresses.canonical(link.absUrl("href")).ifPresent(links::add);
            }
        }
        return links;
    }
}
