package eu.lethe.chat.sites;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.Caller;
import jakarta.ejb.Stateless;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An account's websites. */
@Stateless
public class Sites {

    /** @param key public, names the site in the embed code */
    public record SiteView(UUID id, String key, SiteSettings settings, Instant createdAt) {}

    /** @throws InvalidSite naming the field that is wrong */
    public SiteView add(Caller caller, SiteSettings settings) {
        throw new IllegalStateException("owner builds this");
    }

    public void change(Caller caller, UUID site, SiteSettings settings) {
        throw new IllegalStateException("owner builds this");
    }

    public void remove(Caller caller, UUID site) {
        throw new IllegalStateException("owner builds this");
    }

    public List<SiteView> all(Caller caller) {
        throw new IllegalStateException("owner builds this");
    }

    /** @throws SiteNotFound (404) */
    public SiteView site(Caller caller, UUID site) {
        throw new IllegalStateException("owner builds this");
    }

    /** The site as visitors meet it, for whoever answers there. */
    public Optional<PublishedSite> published(AccountId account, UUID site) {
        throw new IllegalStateException("owner builds this");
    }

    /** The site of an embed code. */
    public Optional<PublishedSite> published(String key) {
        throw new IllegalStateException("owner builds this");
    }
}
