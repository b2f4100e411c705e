package eu.lethe.chat.crawling;

import java.net.URI;
import java.util.Map;

/**
 * What to crawl.
 *
 * @param sitemap whether the start is a sitemap: then its pages are fetched and no links followed
 * @param known pages of an earlier crawl, which are looked at again even if no changed page links to them
 */
public record CrawlPlan(URI start, boolean sitemap, int maxPages, Map<URI, Validators> known) {

    public CrawlPlan {
        known = Map.copyOf(known);
    }
}
