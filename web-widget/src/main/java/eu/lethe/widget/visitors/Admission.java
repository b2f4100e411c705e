package eu.lethe.widget.visitors;

import eu.lethe.chat.sites.PublishedSite;
import eu.lethe.chat.sites.Sites;
import eu.lethe.chat.visitors.VisitorTokens;
import eu.lethe.compliance.kernel.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;

/** Decides whether a page may use a site's widget, and which visitor asks. */
@ApplicationScoped
public class Admission {

    static final String ALLOWED_ORIGIN = "Access-Control-Allow-Origin";

    private static final String SITE = Admission.class.getName() + ".site";
    private static final int LONGEST_KEY = 100;

    @Inject
    Sites sites;

    @Inject
    VisitorTokens tokens;

    /**
     * Admits the page a request comes from. Without an Origin header no page asks: a program does, or the browser itself on
     * our own address.
     */
    PublishedSite admit(String key, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Vary", "Origin");
        var site = published(key).orElseThrow(UnknownSite::new);
        String origin = request.getHeader("Origin");
        if (origin != null) {
            mustAllow(site, origin);
            letRead(origin, response);
        }
        request.setAttribute(SITE, site);
        return site;
    }

    /** Lets pages of this origin read the answer. */
    static void letRead(String origin, HttpServletResponse response) {
        response.setHeader(ALLOWED_ORIGIN, origin);
        response.setHeader("Access-Control-Expose-Headers", "Content-Disposition, Retry-After");
    }

    static void mustAllow(PublishedSite site, String origin) {
        if (!site.allows(origin)) {
            throw new OriginNotAllowed();
        }
    }

    private Optional<PublishedSite> published(String key) {
        return key.length() > LONGEST_KEY ? Optional.empty() : sites.published(key);
    }

    /** The site an earlier {@link #admit} found. */
    public static PublishedSite siteOf(HttpServletRequest request) {
        return (PublishedSite) request.getAttribute(SITE);
    }

    /** The visitor a request speaks for, or empty if it carries no token. */
    public Optional<Subject> visitor(HttpServletRequest request, PublishedSite site) {
        return bearer(request).map(token -> tokens.read(token, site));
    }

    public Subject knownVisitor(HttpServletRequest request) {
        return visitor(request, siteOf(request)).orElseThrow(NotAVisitor::new);
    }

    public static Optional<String> bearer(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null || !header.toLowerCase(Locale.ROOT).startsWith("bearer ")) {
            return Optional.empty();
        }
        return Optional.of(header.substring("bearer ".length()).strip());
    }
}
