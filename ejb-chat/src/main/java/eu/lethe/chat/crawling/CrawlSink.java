package eu.lethe.chat.crawling;

import java.net.URI;

/** Takes what a crawl finds, from several threads. Whatever it throws ends the crawl. */
public interface CrawlSink {

    /** A page or file; its location is the page's one address. */
    void found(URI location, WebResponse response);

    /** The server says that the page is as it was. */
    void unchanged(URI location);

    /** A page that somebody listed, or that was there before, could not be fetched this time. */
    void failed(URI location, String code);

    /** Whether to go on. */
    boolean wanted();
}
