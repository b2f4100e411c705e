package eu.lethe.chat.visitors;

import eu.lethe.chat.sites.SiteContent;
import eu.lethe.compliance.erasure.Cause;
import eu.lethe.compliance.erasure.Erasures;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Caller;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;

/** Forgets the visitors of a site that is removed, each whole. */
@Stateless
@Interceptors(AccountScope.class)
public class SiteVisitors implements SiteContent {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Erasures erasures;

    @Override
    public void removeFrom(Caller caller, UUID site) {
        em.createQuery("select v.subject from Visitor v where v.account = :account and v.site = :site", UUID.class)
                .setParameter("account", caller.account().value())
                .setParameter("site", site)
                .getResultList()
                .forEach(subject -> erasures.erase(caller, subject, Cause.SITE_REMOVED));
    }
}
