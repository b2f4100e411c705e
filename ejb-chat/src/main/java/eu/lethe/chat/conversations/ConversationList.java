package eu.lethe.chat.conversations;

import eu.lethe.compliance.kernel.AccountId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The list of conversations that a filter lets through: one condition a filled field, always after the account's. */
final class ConversationList {

    private final StringBuilder where = new StringBuilder(" where c.account = :account");
    private final Map<String, Object> values = new HashMap<>();

    /**
     * @param said conversations that match the filter's query by what was said in them
     * @param unsearched people whom no search may find (Art. 18 GDPR)
     */
    ConversationList(AccountId account, Transcripts.Filter filter, Collection<UUID> said, Set<UUID> unsearched) {
        values.put("account", account.value());
        and("c.site = :site", "site", filter.site());
        and("c.phase = :phase", "phase", filter.phase());
        and("c.leadStatus = :lead", "lead", filter.leadStatus());
        and("c.unanswered = :unanswered", "unanswered", filter.unanswered());
        and("c.lastMessageAt >= :from", "from", filter.from());
        and("c.lastMessageAt < :to", "to", filter.to());
        match(filter.query(), said, unsearched);
    }

    List<Conversation> rows(EntityManager em, int offset, int limit) {
        var query = em.createQuery(
                "select c from Conversation c" + where + " order by c.lastMessageAt desc, c.id", Conversation.class);
        bind(query);
        return query.setFirstResult(offset).setMaxResults(limit).getResultList();
    }

    long total(EntityManager em) {
        var query = em.createQuery("select count(c) from Conversation c" + where, Long.class);
        bind(query);
        return query.getSingleResult();
    }

    private void bind(Query query) {
        values.forEach(query::setParameter);
    }

    private void and(String condition, String name, @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            values.put(name, value);
        }
    }

    private void match(@Nullable String query, Collection<UUID> said, Set<UUID> unsearched) {
        if (query == null || query.isBlank()) {
            return;
        }
        String text = query.strip().toLowerCase(Locale.ROOT);
        try {
            var id = UUID.fromString(text);
            and("(c.id = :text or c.subject = :text)", "text", id);
        } catch (IllegalArgumentException notAnId) {
            String pattern = "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
            String page = "lower(c.entryPage) like :text escape '!'";
            and(said.isEmpty() ? page : "(" + page + " or c.id in :said)", "text", pattern);
            if (!said.isEmpty()) {
                values.put("said", said);
            }
            and("c.subject not in :unsearched", "unsearched", unsearched.isEmpty() ? null : unsearched);
        }
    }
}
