package eu.lethe.chat.conversations;

import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.personaldata.PersonalDataStore;
import jakarta.ejb.Stateless;
import jakarta.interceptor.ExcludeClassInterceptors;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;

/** Everything a subject said and was told. */
@Stateless
@Interceptors(AccountScope.class)
public class ConversationsData implements PersonalDataStore {

    @PersistenceContext
    private EntityManager em;

    @Override
    @ExcludeClassInterceptors
    public String name() {
        return "conversations";
    }

    @Override
    public long count(Subject subject) {
        return (Long) about(subject, "select count(m) from Message m where").getSingleResult()
                + (Long) about(subject, "select count(m) from Conversation m where")
                        .getSingleResult();
    }

    @Override
    public long erase(Subject subject) {
        return (long) about(subject, "delete from Message m where").executeUpdate()
                + about(subject, "delete from Conversation m where").executeUpdate();
    }

    private Query about(Subject subject, String what) {
        return em.createQuery(what + " m.account = :account and m.subject = :subject")
                .setParameter("account", subject.account().value())
                .setParameter("subject", subject.id());
    }
}
