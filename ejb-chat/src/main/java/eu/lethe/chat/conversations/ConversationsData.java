package eu.lethe.chat.conversations;

import eu.lethe.chat.sites.Sites;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.persistence.UuidArray;
import eu.lethe.compliance.personaldata.Extract;
import eu.lethe.compliance.personaldata.PersonalDataStore;
import eu.lethe.compliance.vault.Vault;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.ExcludeClassInterceptors;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/** Everything a subject said and was told. */
@Stateless
@Interceptors(AccountScope.class)
public class ConversationsData implements PersonalDataStore {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Vault vault;

    @Inject
    private Sites sites;

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

    @Override
    public List<Extract> extract(Subject subject) {
        var conversations = ofSubject("Conversation.ofSubject", Conversation.class, subject);
        var messages = ofSubject("Message.ofSubject", Message.class, subject);
        var siteNames = new HashMap<UUID, String>();
        for (var conversation : conversations) {
            siteNames.computeIfAbsent(conversation.site(), site -> siteName(subject.account(), site));
        }
        return new SaidExtract(vault.keyOf(subject), siteNames).of(conversations, messages);
    }

    private String siteName(AccountId account, UUID site) {
        return sites.published(account, site)
                .map(published -> published.settings().name())
                .orElse("");
    }

    private <T> List<T> ofSubject(String query, Class<T> type, Subject subject) {
        return em.createNamedQuery(query, type)
                .setParameter("account", subject.account().value())
                .setParameter("subject", subject.id())
                .getResultList();
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
