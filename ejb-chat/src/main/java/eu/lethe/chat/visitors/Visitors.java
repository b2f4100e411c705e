package eu.lethe.chat.visitors;

import eu.lethe.chat.sites.PublishedSite;
import eu.lethe.chat.sites.Sites;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.subjects.Subjects;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;

/** Visitors of sites. */
@Stateless
@Interceptors(AccountScope.class)
public class Visitors {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Subjects subjects;

    @Inject
    private Sites sites;

    @Inject
    private Clock clock;

    /**
     * A new visitor, at the first message and not before (ePrivacy 5(3), SEED-C6).
     *
     * @throws eu.lethe.chat.sites.SiteNotFound if the site was removed at this moment (404)
     */
    public Subject welcome(PublishedSite site, String language) {
        sites.hold(site.account(), site.id());
        Subject subject = subjects.create(site.account());
        subjects.hold(subject);
        em.persist(Visitor.welcomedOn(site, subject, language, clock.instant()));
        return subject;
    }
}
