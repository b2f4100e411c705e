package eu.lethe.compliance.accounts;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.persistence.UuidArray;
import eu.lethe.compliance.personaldata.PersonalDataStore;
import jakarta.ejb.Stateless;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** What an account keeps about its own people; a subject's id is a member's id here. */
@Stateless
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
    public String process() {
        return "administration";
    }

    @Override
    public Set<Class<?>> entities() {
        return Set.of(Member.class);
    }

    @Override
    public long count(AccountId account, Collection<UUID> members) {
        return em.createQuery(
                        "select count(m) from Member m where m.accountId = :account and m.id in :members", Long.class)
                .setParameter("account", account.value())
                .setParameter("members", members)
                .getSingleResult();
    }

    @Override
    public long erase(AccountId account, Collection<UUID> members, int atMost) {
        // Roles go with their member, by foreign key.
        return em.createNativeQuery("delete from compliance.member where ctid = any (array (select ctid"
                        + " from compliance.member where account_id = ?1 and id = any (cast(?2 as uuid[])) limit ?3))")
                .setParameter(1, account.value())
                .setParameter(2, UuidArray.of(members))
                .setParameter(3, atMost)
                .executeUpdate();
    }
}
