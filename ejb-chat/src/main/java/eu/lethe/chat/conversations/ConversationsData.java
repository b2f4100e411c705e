package eu.lethe.chat.conversations;

import eu.lethe.chat.sites.Sites;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.persistence.UuidArray;
import eu.lethe.compliance.personaldata.Dated;
import eu.lethe.compliance.personaldata.Expiry;
import eu.lethe.compliance.personaldata.Extract;
import eu.lethe.compliance.personaldata.PersonalDataStore;
import eu.lethe.compliance.personaldata.Talk;
import eu.lethe.compliance.personaldata.Typed;
import eu.lethe.compliance.restrictions.LegalHolds;
import eu.lethe.compliance.vault.SubjectKey;
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
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Everything a subject said and was told. */
@Stateless
@Interceptors(AccountScope.class)
public class ConversationsData implements PersonalDataStore {

    static final String STORE = "conversations";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Vault vault;

    @Inject
    private LegalHolds holds;

    @Inject
    private Sites sites;

    @Override
    @ExcludeClassInterceptors
    public String name() {
        return STORE;
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
    public long held(AccountId account, Collection<UUID> people) {
        return (Long) about(account, people, countHeldIn("chat.message", "conversation_id"))
                        .getSingleResult()
                + (Long) about(account, people, countHeldIn("chat.conversation", "id"))
                        .getSingleResult();
    }

    @Override
    @ExcludeClassInterceptors
    public Set<Class<?>> entities() {
        return Set.of(Conversation.class, Message.class);
    }

    @Override
    @ExcludeClassInterceptors
    public boolean canBeOff() {
        return true;
    }

    @Override
    public long erase(AccountId account, Collection<UUID> people, int atMost) {
        if (atMost == Integer.MAX_VALUE) {
            return about(account, people, deleteAllFrom("chat.message", "conversation_id"))
                            .executeUpdate()
                    + about(account, people, deleteAllFrom("chat.conversation", "id"))
                            .executeUpdate();
        }
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
    @ExcludeClassInterceptors
    public boolean holdsConversations() {
        return true;
    }

    @Override
    public Optional<Talk> talk(Subject subject, UUID conversation) {
        return Talks.lock(em, subject, conversation);
    }

    @Override
    public Set<UUID> returned(AccountId account, String token) {
        return Talks.withToken(em, account, HexFormat.of().parseHex(token));
    }

    @Override
    public long count(Talk talk) {
        return Talks.count(em, talk);
    }

    @Override
    public long erase(Talk talk, int atMost) {
        return Talks.erase(em, talk);
    }

    @Override
    public Typed typed(Subject subject) {
        return Talks.typed(em, subject, vault.keyOf(subject));
    }

    @Override
    public Typed typed(Talk talk) {
        return Talks.typed(em, talk, vault.keyOf(talk.subject()));
    }

    @Override
    public long expire(AccountId account, Expiry expiry, int atMost) {
        var expired = new Expired(account, expiry);
        int messages = expired.deleteMessages(em, atMost);
        return messages == atMost ? messages : messages + expired.deleteConversations(em, atMost - messages);
    }

    @Override
    public long expiring(AccountId account, Expiry expiry) {
        return new Expired(account, expiry).count(em);
    }

    // What a hold keeps does not keep its person here: it is sealed anew when they go.
    @Override
    public Set<UUID> holding(AccountId account, Collection<UUID> people) {
        var holding = new HashSet<UUID>();
        about(
                        account,
                        people,
                        "select distinct subject_id from chat.conversation where account_id = ?1"
                                + " and subject_id = any (cast(?2 as uuid[]))"
                                + " and id not in (select entity_id from compliance.held)")
                .getResultList()
                .forEach(person -> holding.add((UUID) person));
        return holding;
    }

    @Override
    public Map<UUID, UUID> whose(AccountId account, Collection<UUID> conversations) {
        var owners = new HashMap<UUID, UUID>();
        for (Object row : about(
                        account,
                        conversations,
                        "select id, subject_id from chat.conversation where account_id = ?1"
                                + " and id = any (cast(?2 as uuid[]))")
                .getResultList()) {
            owners.put((UUID) ((Object[]) row)[0], (UUID) ((Object[]) row)[1]);
        }
        return owners;
    }

    @Override
    public List<Dated> dated(AccountId account, UUID person) {
        return em.createNamedQuery("Conversation.ofSubject", Conversation.class)
                .setParameter("account", account.value())
                .setParameter("subject", person)
                .getResultStream()
                .map(Conversation::dated)
                .toList();
    }

    @Override
    public void reseal(Subject subject, SubjectKey from, SubjectKey to) {
        Set<UUID> held = holds.held(
                subject.account(),
                dated(subject.account(), subject.id()).stream().map(Dated::id).toList());
        ofSubject("Message.ofSubject", Message.class, subject).stream()
                .filter(message -> held.contains(message.conversation()))
                .forEach(message -> message.reseal(from, to));
        // Now, while the caller's transaction may still change rows of somebody who is being erased.
        em.flush();
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

    @Override
    public Map<String, Long> extractable(Subject subject) {
        Object[] counts = (Object[]) em.createNativeQuery(
                        "select (select count(*) from chat.conversation where account_id = ?1 and subject_id = ?2),"
                                + " count(*), coalesce(sum(case jsonb_typeof(citations -> 'citations') when 'array'"
                                + " then jsonb_array_length(citations -> 'citations') else 0 end), 0)"
                                + " from chat.message where account_id = ?1 and subject_id = ?2")
                .setParameter(1, subject.account().value())
                .setParameter(2, subject.id())
                .getSingleResult();
        return Map.of(
                "conversation", ((Number) counts[0]).longValue(),
                "message", ((Number) counts[1]).longValue(),
                "citation", ((Number) counts[2]).longValue());
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

    private static String countHeldIn(String table, String conversation) {
        return "select count(*) from " + table + " where account_id = ?1 and subject_id = any (cast(?2 as uuid[])) and "
                + conversation + " in (select entity_id from compliance.held)";
    }

    private static String deleteAllFrom(String table, String conversation) {
        return "delete from " + table + " where account_id = ?1 and subject_id = any (cast(?2 as uuid[]))" + " and "
                + conversation + " not in (select entity_id from compliance.held)";
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
