package eu.lethe.chat.crawling;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Executor;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Crawls websites for everybody; holds the connections and what the operator allows. */
@ApplicationScoped
public class Crawler {

    @Inject
    @ConfigProperty(name = "lethe.knowledge.allowed-hosts")
    Optional<String> allowedHosts;

    @Inject
    @ConfigProperty(name = "lethe.knowledge.contact-url")
    Optional<String> contact;

    private WebClient web;
    private AllowedHosts allowed;

    @PostConstruct
    void open() {
        allowed = new AllowedHosts(allowedHosts.orElse(""));
        web = new WebClient(allowed, new AddressGuard(allowed, InetAddress::getAllByName), userAgent());
    }

    @PreDestroy
    void close() {
        try {
            web.close();
        } catch (IOException unimportant) {
            throw new UncheckedIOException(unimportant);
        }
    }

    /**
     * Crawls until there is nothing left, using the calling thread and a few of the executor's.
     *
     * @throws Unreachable when the start itself cannot be read, so that there is nothing to tell about the rest
     */
    public void crawl(CrawlPlan plan, CrawlSink sink, Executor threads) throws Unreachable, InterruptedException {
        new Crawl(plan, sink, web).run(threads);
    }

    /** Whether the crawler may use this port on this host at all. */
    public boolean permits(String host, int port) {
        return allowed.allowsPort(host, port);
    }

    private String userAgent() {
        return "Lethe/" + version() + contact.map(url -> " (+" + url + ")").orElse("");
    }

    private static String version() {
        var build = new Properties();
        try (InputStream in = Crawler.class.getResourceAsStream("/META-INF/maven/eu.lethe/ejb-chat/pom.properties")) {
            if (in != null) {
                build.load(in);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return build.getProperty("version", "dev");
    }
}
