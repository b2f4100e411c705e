package eu.lethe.chat.sites;

import eu.lethe.compliance.audit.AuditAction;
import eu.lethe.compliance.audit.AuditLog;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.AcrossAccounts;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.Role;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An account's websites. */
@Stateless
@Interceptors(AccountScope.class)
public class Sites {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String KEY_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int KEY_LENGTH = 12;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    @Inject
    private Instance<SiteContent> contents;

    /** @param key public, names the site in the embed code */
    public record SiteView(UUID id, String key, SiteSettings settings, Instant createdAt) {}

    /** @throws InvalidSite naming the field that is wrong */
    public SiteView add(Caller caller, SiteSettings settings) {
        return add(caller, randomKey(), settings);
    }

    /** Adds a site under a key of the caller's choice, as a demonstration needs. */
    public SiteView add(Caller caller, String key, SiteSettings settings) {
        caller.mustBeAny(Role.ADMIN);
        var site = Site.opened(caller.account(), key, settings, clock.instant());
        em.persist(site);
        var added = site.view();
        audit.record(caller, AuditAction.SITE_ADDED, added.id());
        return added;
    }

    public void change(Caller caller, UUID site, SiteSettings settings) {
        caller.mustBeAny(Role.ADMIN);
        find(caller, site).change(settings);
        audit.record(caller, AuditAction.SITE_CHANGED, site);
    }

    /** Removes the site at once, with its knowledge; its visitors are forgotten soon after, each whole. */
    public void remove(Caller caller, UUID site) {
        caller.mustBeAny(Role.ADMIN);
        var found = find(caller, site);
        contents.forEach(content -> content.removeFrom(caller, site));
        found.remove(clock.instant());
        audit.record(caller, AuditAction.SITE_REMOVED, site);
    }

    public List<SiteView> all(Caller caller) {
        return em.createNamedQuery("Site.all", Site.class)
                .setParameter("account", caller.account().value())
                .getResultStream()
                .map(Site::view)
                .toList();
    }

    /** @throws SiteNotFound (404) */
    public SiteView site(Caller caller, UUID site) {
        return find(caller, site).view();
    }

    /** What the site is called, also of one that is removed and of whose visitors something is kept. */
    public Optional<String> name(Caller caller, UUID site) {
        return evenRemoved(caller.account(), site)
                .map(found -> found.view().settings().name());
    }

    /**
     * Holds the site until the caller's transaction ends, for a new visitor: whoever removes it waits, and finds them.
     *
     * @throws SiteNotFound (404)
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void hold(AccountId account, UUID site) {
        if (em.createNativeQuery("select 1 from chat.site where account_id = ?1 and id = ?2 and removed_at is null"
                        + " for share")
                .setParameter(1, account.value())
                .setParameter(2, site)
                .getResultList()
                .isEmpty()) {
            throw new SiteNotFound();
        }
    }

    /** Whether it is removed, and its row is still kept for its visitors. */
    public boolean isRemoved(AccountId account, UUID site) {
        return evenRemoved(account, site).filter(Site::isRemoved).isPresent();
    }

    /** Lets go of the row of a removed site whose visitors are all forgotten. */
    public void clear(AccountId account, UUID site) {
        evenRemoved(account, site).filter(Site::isRemoved).ifPresent(em::remove);
    }

    /** The site as visitors meet it, for whoever answers there. */
    public Optional<PublishedSite> published(AccountId account, UUID site) {
        return found(account, site).map(Site::published);
    }

    /** The site of an embed code. */
    @AcrossAccounts(because = "a visitor's page knows the site's public key and no account")
    public Optional<PublishedSite> published(String key) {
        return em.createNamedQuery("Site.byKey", Site.class)
                .setParameter("key", key)
                .getResultStream()
                .findFirst()
                .map(Site::published);
    }

    private Site find(Caller caller, UUID site) {
        return found(caller.account(), site).orElseThrow(SiteNotFound::new);
    }

    private Optional<Site> found(AccountId account, UUID site) {
        return em.createNamedQuery("Site.byId", Site.class)
                .setParameter("account", account.value())
                .setParameter("id", site)
                .getResultStream()
                .findFirst();
    }

    private Optional<Site> evenRemoved(AccountId account, UUID site) {
        return em.createNamedQuery("Site.evenRemoved", Site.class)
                .setParameter("account", account.value())
                .setParameter("id", site)
                .getResultStream()
                .findFirst();
    }

    private static String randomKey() {
        return RANDOM.ints(KEY_LENGTH, 0, KEY_LETTERS.length())
                .mapToObj(KEY_LETTERS::charAt)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }
}
