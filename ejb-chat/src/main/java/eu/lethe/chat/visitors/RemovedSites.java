package eu.lethe.chat.visitors;

import eu.lethe.chat.sites.Sites;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.outbox.Outbox;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** Who is left of the visitors of a site that was removed. */
@Stateless
@Interceptors(AccountScope.class)
public class RemovedSites {

    private static final String VISITORS = " from chat.visitor v join compliance.subject s"
            + " on s.account_id = v.account_id and s.id = v.subject_id where v.account_id = ?1 and v.site_id = ?2";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Sites sites;

    @Inject
    private Outbox outbox;

    /** The next of them who may be forgotten without having asked; nobody as long as the site is not removed. */
    public List<Subject> visitors(AccountId account, UUID site, int atMost) {
        if (!sites.isRemoved(account, site)) {
            return List.of();
        }
        List<?> rows = em.createNativeQuery(
                        "select s.id, s.generation" + VISITORS + " and s.state = 'ACTIVE' order by s.id limit ?3")
                .setParameter(1, account.value())
                .setParameter(2, site)
                .setParameter(3, atMost)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Subject(account, (UUID) row[0], (Integer) row[1]))
                .toList();
    }

    /** Has the rest forgotten, if there is one; the row of a site without visitors goes. */
    public void goOn(AccountId account, UUID site) {
        if (!visitors(account, site, 1).isEmpty()) {
            outbox.put(account, SiteVisitors.TOPIC, site);
        } else if (isEmpty(account, site)) {
            sites.clear(account, site);
        }
    }

    /** Has somebody forgotten who was restricted when their site was removed. */
    public void goOnWith(AccountId account, UUID person) {
        em.createQuery("select v.site from Visitor v where v.account = :account and v.subject = :subject", UUID.class)
                .setParameter("account", account.value())
                .setParameter("subject", person)
                .getResultStream()
                .filter(site -> sites.isRemoved(account, site))
                .forEach(site -> outbox.put(account, SiteVisitors.TOPIC, site));
    }

    private boolean isEmpty(AccountId account, UUID site) {
        return em.createNativeQuery("select 1" + VISITORS + " limit 1")
                .setParameter(1, account.value())
                .setParameter(2, site)
                .getResultList()
                .isEmpty();
    }
}
