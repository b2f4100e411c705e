package eu.lethe.chat.visitors;

import eu.lethe.chat.sites.Sites;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.persistence.RowsOfPeople;
import eu.lethe.compliance.personaldata.Expiry;
import eu.lethe.compliance.personaldata.Extract;
import eu.lethe.compliance.personaldata.PersonalDataStore;
import eu.lethe.compliance.personaldata.Row;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.ExcludeClassInterceptors;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The rows that say a subject was here. */
@Stateless
@Interceptors(AccountScope.class)
public class VisitorsData implements PersonalDataStore {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Sites sites;

    @Override
    @ExcludeClassInterceptors
    public String name() {
        return "visitors";
    }

    @Override
    public long count(AccountId account, Collection<UUID> people) {
        return RowsOfPeople.count(em, "chat.visitor", account.value(), people);
    }

    @Override
    @ExcludeClassInterceptors
    public Set<Class<?>> entities() {
        return Set.of(Visitor.class);
    }

    @Override
    public long erase(AccountId account, Collection<UUID> people, int atMost) {
        return RowsOfPeople.delete(em, "chat.visitor", account.value(), people, atMost);
    }

    @Override
    @ExcludeClassInterceptors
    public boolean goesWithThePerson() {
        return true;
    }

    /** Nothing here expires by itself; these are those that would go with their person. */
    @Override
    public long expiring(AccountId account, Expiry expiry) {
        if (expiry.anchor() != Expiry.Anchor.LAST_SUBMISSION) {
            return 0;
        }
        return (Long) em.createNativeQuery("select count(*) from chat.visitor v join compliance.subject s"
                        + " on s.account_id = v.account_id and s.id = v.subject_id"
                        + " where v.account_id = ?1 and s.state = 'ACTIVE'"
                        + " and coalesce(s.last_submission_at, s.created_at) < ?2")
                .setParameter(1, account.value())
                .setParameter(2, expiry.before().atOffset(ZoneOffset.UTC))
                .getSingleResult();
    }

    @Override
    public List<Extract> extract(Subject subject) {
        var rows = em.createQuery(
                        "select v from Visitor v where v.account = :account and v.subject = :subject", Visitor.class)
                .setParameter("account", subject.account().value())
                .setParameter("subject", subject.id())
                .getResultStream()
                .map(visitor -> visitor.extract(sites.published(subject.account(), visitor.site())))
                .map(Row::map)
                .toList();
        return List.of(new Extract("visitor", rows));
    }
}
