package eu.lethe.compliance.accounts;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.personaldata.PersonalDataStore;
import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;

/** What an account keeps about its own people; a subject's id is a member's id here. */
@Stateless
@Local(PersonalDataStore.class)
@LocalBean
@Interceptors(AccountScope.class)
public class MembersData implements PersonalDataStore {

    @PersistenceContext
    EntityManager em;

    @Override
    public String name() {
        return "members";
    }

    @Override
    public People people() {
        return People.MEMBERS;
    }

    @Override
    public long count(Subject member) {
        return em.createQuery("select count(m) from Member m where m.accountId = :account and m.id = :id", Long.class)
                .setParameter("account", member.account().value())
                .setParameter("id", member.id())
                .getSingleResult();
    }

    @Override
    public long erase(Subject member) {
        return erase(member.account(), member.id());
    }

    public long erase(AccountId account, UUID member) {
        // Roles go with their member, by foreign key.
        return em.createNativeQuery("delete from compliance.member where account_id = ?1 and id = ?2")
                .setParameter(1, account.value())
                .setParameter(2, member)
                .executeUpdate();
    }
}
