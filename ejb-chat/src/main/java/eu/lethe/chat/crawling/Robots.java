package eu.lethe.chat.crawling;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** What a site's robots.txt asks of us (RFC 9309). */
final class Robots {

    static final String NAME = "lethe";
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(5);

    private final SimpleRobotRules rules;

    private Robots(SimpleRobotRules rules) {
        this.rules = rules;
    }

    /** @throws Unreachable when the site does not answer: then nothing on it may be fetched */
    static Robots of(URI site, WebClient web) throws Unreachable {
        URI location = site.resolve("/robots.txt");
        try {
            WebResponse response = web.get(location, Validators.NONE, uri -> WebAddresses.sameSite(site, uri));
            return parse(location, response.body());
        } catch (Unreachable failed) {
            // None there, or not for us to read: everything is allowed. A server in trouble is left alone.
            if (failed.code().startsWith("http-4") && !failed.code().equals("http-429")
                    || failed.code().equals("off-site")) {
                return new Robots(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL));
            }
            throw failed.code().startsWith("http-") ? new Unreachable("robots-unavailable", failed) : failed;
        }
    }

    static Robots parse(URI location, byte[] content) {
        return new Robots(
                new SimpleRobotRulesParser().parseContent(location.toString(), content, "text/plain", List.of(NAME)));
    }

    boolean allows(URI page) {
        return rules.isAllowed(page.toString());
    }

    /** Between two requests; what a site asks for, up to a few seconds. */
    Duration delay() {
        long millis = rules.getCrawlDelay();
        return millis <= 0 ? Duration.ZERO : Duration.ofMillis(Math.min(millis, LONGEST_DELAY.toMillis()));
    }

    List<String> sitemaps() {
        return rules.getSitemaps();
    }
}
