package eu.lethe.chat.visitors;

import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.personaldata.PersonalDataStore;
import jakarta.ejb.Stateless;
import jakarta.interceptor.ExcludeClassInterceptors;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;

/** The rows that say a subject was here. */
@Stateless
@Interceptors(AccountScope.class)
public class VisitorsData implements PersonalDataStore {

    @PersistenceContext
    private EntityManager em;

    @Override
    @ExcludeClassInterceptors
    public String name() {
        return "visitors";
    }

    @Override
    public long count(Subject subject) {
        return (Long) about(subject, "select count(v) from Visitor v").getSingleResult();
    }

    @Override
    public long erase(Subject subject) {
        return about(subject, "delete from Visitor v").executeUpdate();
    }

    private Query about(Subject subject, String what) {
        return em.createQuery(what + " where v.account = :account and v.subject = :subject")
                .setParameter("account", subject.account().value())
                .setParameter("subject", subject.id());
    }
}
