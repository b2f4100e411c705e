package eu.lethe.chat.conversations;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.persistence.UuidArray;
import eu.lethe.compliance.personaldata.PersonalDataStore;
import jakarta.ejb.Stateless;
import jakarta.interceptor.ExcludeClassInterceptors;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.UUID;

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
    public long count(AccountId account, Collection<UUID> people) {
        return (Long) about(
                                account,
                                people,
                                "select count(*) from chat.message where account_id = ?1"
                                        + " and subject_id = any (cast(?2 as uuid[]))")
                        .getSingleResult()
                + (Long) about(
                                account,
                                people,
                                "select count(*) from chat.conversation where account_id = ?1"
                                        + " and subject_id = any (cast(?2 as uuid[]))")
                        .getSingleResult();
    }

    @Override
    public long erase(AccountId account, Collection<UUID> people, int atMost) {
        int messages = about(account, people, deleteFrom("chat.message", "conversation_id"))
                .setParameter(3, atMost)
                .executeUpdate();
        if (messages == atMost) {
            return messages;
        }
        return messages
                + about(account, people, deleteFrom("chat.conversation", "id"))
                        .setParameter(3, atMost - messages)
                        .executeUpdate();
    }

    private static String deleteFrom(String table, String conversation) {
        return "delete from " + table + " where ctid = any (array (select ctid from " + table + " where account_id = ?1"
                + " and subject_id = any (cast(?2 as uuid[]))"
                + " and " + conversation + " not in (select entity_id from compliance.held) limit ?3))";
    }

    private Query about(AccountId account, Collection<UUID> people, String sql) {
        return em.createNativeQuery(sql).setParameter(1, account.value()).setParameter(2, UuidArray.of(people));
    }
}
