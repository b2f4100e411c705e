package eu.lethe.chat.visitors;

import eu.lethe.chat.sites.PublishedSite;
import eu.lethe.compliance.kernel.Subject;
import jakarta.enterprise.context.ApplicationScoped;

/** Signs and reads the tokens by which visitors are known: subject, generation, site and expiry, nothing else. */
@ApplicationScoped
public class VisitorTokens {

    public String issue(Subject subject, PublishedSite site) {
        throw new IllegalStateException("owner builds this");
    }

    /** @throws InvalidToken (401) if the token is not ours, expired, or of another site */
    public Subject read(String token, PublishedSite site) {
        throw new IllegalStateException("owner builds this");
    }
}
