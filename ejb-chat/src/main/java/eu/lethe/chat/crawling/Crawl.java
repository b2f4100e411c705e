package eu.lethe.chat.crawling;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One crawl of one site, from its start until nothing is left to visit. */
final class Crawl {

    private static final int DEEPEST = 12;
    private static final int WORKERS = 3;
    private static final Set<String> FILES = Set.of(
            "application/pdf",
            "application/msword",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/vnd.oasis.opendocument.text",
            "text/markdown",
            "text/plain");
    private static final Pattern NOT_TEXT = Pattern.compile(
            "(?i).*\\.(jpe?g|png|gif|svg|webp|avif|ico|bmp|tiff?|css|js|mjs|json|xml|rss|atom|woff2?|ttf|eot|mp[34]|m4[av]|webm|ogg|wav|avi"
                    + "|mov|zip|gz|tgz|7z|rar|exe|dmg|msi|apk|iso|jar|ics|vcf)");

    private final CrawlPlan plan;
    private final CrawlSink sink;
    private final WebClient web;
    private final Frontier frontier;
    private volatile @Nullable RuntimeException failure;
    private Robots robots = Robots.parse(URI.create("http://localhost/robots.txt"), new byte[0]);

    Crawl(CrawlPlan plan, CrawlSink sink, WebClient web) {
        this.plan = plan;
        this.sink = sink;
        this.web = web;
        this.frontier = new Frontier(plan.maxPages());
    }

    void run(Executor threads) throws Unreachable, InterruptedException {
        robots = Robots.of(plan.start(), web);
        if (plan.sitemap()) {
            seedFromSitemap();
        } else {
            seedFromStart();
        }
        // A site that asks for pauses means us, not each of our threads.
        for (int i = 1; i < WORKERS && robots.delay().isZero(); i++) {
            help(threads);
        }
        work();
        // Helpers that never got a thread find nothing to do later; only those at work are waited for.
        frontier.awaitIdle();
        RuntimeException failed = failure;
        if (failed != null) {
            throw failed;
        }
    }

    private void help(Executor threads) {
        try {
            threads.execute(this::work);
        } catch (RejectedExecutionException busy) {
            return;
        }
    }

    private void seedFromSitemap() throws Unreachable {
        Set<URI> pages = new Sitemaps(web, this::onSite, plan.maxPages()).pages(plan.start());
        if (pages.isEmpty()) {
            throw new Unreachable("sitemap-empty");
        }
        pages.forEach(page -> frontier.add(page, 0, true));
    }

    private void seedFromStart() throws Unreachable {
        if (!robots.allows(plan.start())) {
            throw new Unreachable("robots-disallowed");
        }
        frontier.claim(plan.start());
        WebResponse start = web.get(plan.start(), Validators.NONE, this::permitted);
        take(new Frontier.Step(plan.start(), 0, true), start);
        plan.known().keySet().forEach(page -> frontier.add(page, 1, true));
        for (String sitemap : robots.sitemaps()) {
            seedFromSitemap(sitemap);
        }
    }

    // A help for finding pages, nothing more: the crawl goes on without it.
    private void seedFromSitemap(String location) {
        try {
            var address = WebAddresses.canonical(location).filter(this::onSite);
            if (address.isPresent()) {
                new Sitemaps(web, this::onSite, plan.maxPages())
                        .pages(address.get())
                        .forEach(page -> frontier.add(page, 1, false));
            }
        } catch (Unreachable none) {
            return;
        }
    }

    private void work() {
        try {
            for (var step = frontier.take(); step != null; step = frontier.take()) {
                try {
                    visit(step);
                } finally {
                    frontier.done();
                }
            }
        } catch (InterruptedException stopped) {
            frontier.stop();
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            // Kept for the caller's thread: one that a helper throws reaches nobody.
            failure = failed;
            frontier.stop();
        }
    }

    private void visit(Frontier.Step step) throws InterruptedException {
        if (!sink.wanted()) {
            frontier.stop();
            return;
        }
        if (!permitted(step.location())) {
            return;
        }
        Duration delay = robots.delay();
        Thread.sleep(delay.toMillis());
        try {
            take(step, fetch(step.location()));
        } catch (Unreachable failed) {
            boolean telling = step.listed() && !failed.code().equals("off-site");
            if (telling && (!failed.gone() || plan.sitemap())) {
                sink.failed(step.location(), failed.code());
            }
        }
    }

    // A server that is overloaded, or drops a connection, gets one more chance after a pause.
    private WebResponse fetch(URI location) throws Unreachable, InterruptedException {
        Validators known = plan.known().getOrDefault(location, Validators.NONE);
        try {
            return web.get(location, known, this::permitted);
        } catch (Unreachable failed) {
            if (!Set.of("http-429", "http-502", "http-503", "http-504", "connection-failed")
                    .contains(failed.code())) {
                throw failed;
            }
            Thread.sleep(2000);
            return web.get(location, known, this::permitted);
        }
    }

    private void take(Frontier.Step step, WebResponse response) {
        if (response.unchanged()) {
            sink.unchanged(step.location());
            return;
        }
        URI location = response.location();
        boolean redirected = !location.equals(step.location());
        if (redirected && !frontier.claim(location)) {
            return;
        }
        if (!response.html()) {
            if (readable(response) && !forbidden(response)) {
                sink.found(location, response);
            }
            return;
        }
        PageLinks page = PageLinks.of(response);
        follow(page, step.depth());
        URI address =
                page.canonical().filter(named -> samePage(named, location)).orElse(location);
        boolean first = address.equals(location) || frontier.claim(address);
        if (page.indexable() && first) {
            sink.found(address, response);
        }
    }

    private void follow(PageLinks page, int depth) {
        if (plan.sitemap() || depth >= DEEPEST) {
            return;
        }
        for (URI link : page.links()) {
            if (onSite(link) && !NOT_TEXT.matcher(link.getPath()).matches()) {
                frontier.add(link, depth + 1, false);
            }
        }
    }

    private static boolean readable(WebResponse response) {
        String path = String.valueOf(response.location().getPath()).toLowerCase(Locale.ROOT);
        boolean named =
                path.endsWith(".pdf") || path.endsWith(".docx") || path.endsWith(".doc") || path.endsWith(".md");
        return FILES.contains(response.mediaType()) || named;
    }

    private static boolean forbidden(WebResponse response) {
        return response.robots().contains("noindex") || response.robots().contains("none");
    }

    // Believed only where it names the page itself in another writing: many sites name their home on every page.
    private static boolean samePage(URI named, URI location) {
        return WebAddresses.sameSite(named, location) && path(named).equals(path(location));
    }

    private static String path(URI uri) {
        return uri.getPath().replaceFirst("/(index\\.[a-z]+)?$", "");
    }

    private boolean onSite(URI uri) {
        return WebAddresses.sameSite(plan.start(), uri);
    }

    private boolean permitted(URI uri) {
        return onSite(uri) && robots.allows(uri);
    }
}
