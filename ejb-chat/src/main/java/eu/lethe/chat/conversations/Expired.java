package eu.lethe.chat.conversations;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.persistence.UuidArray;
import eu.lethe.compliance.personaldata.Expiry;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * What was said and has outlived its period: never of somebody who is restricted or being erased, never what a hold keeps. Whoever
 * is writing at this moment is passed over.
 *
 * <p>Its people are locked by a statement of its own, and the next one deletes: a hold that was placed before the lock shows to the
 * second, while the first may still see the time before it.
 */
final class Expired {

    private static final String FROM_MESSAGES = " from chat.message m"
            + " join chat.conversation c on c.account_id = m.account_id and c.id = m.conversation_id"
            + " join compliance.subject s on s.account_id = m.account_id and s.id = m.subject_id"
            + " where m.account_id = ?1 and s.state = 'ACTIVE'"
            + " and m.conversation_id not in (select entity_id from compliance.held) and ";

    private static final String FROM_CONVERSATIONS = " from chat.conversation c"
            + " join compliance.subject s on s.account_id = c.account_id and s.id = c.subject_id"
            + " where c.account_id = ?1 and s.state = 'ACTIVE'"
            + " and c.id not in (select entity_id from compliance.held) and ";

    // A conversation outlives its messages only for the moment between two bites.
    private static final String EMPTY =
            " and not exists (select 1 from chat.message m where m.account_id = c.account_id"
                    + " and m.conversation_id = c.id)";

    private final AccountId account;
    private final Expiry expiry;

    Expired(AccountId account, Expiry expiry) {
        this.account = account;
        this.expiry = expiry;
    }

    int deleteMessages(EntityManager em, int atMost) {
        return delete(em, "chat.message", "m", FROM_MESSAGES + messagePast(), atMost);
    }

    int deleteConversations(EntityManager em, int atMost) {
        return delete(em, "chat.conversation", "c", FROM_CONVERSATIONS + conversationPast() + EMPTY, atMost);
    }

    private int delete(EntityManager em, String table, String row, String from, int atMost) {
        List<?> people = query(
                        em,
                        "select distinct locked.id from (select s.id" + from
                                + " limit ?3 for update of s skip locked) as locked")
                .setParameter(3, atMost)
                .getResultList();
        if (people.isEmpty()) {
            return 0;
        }
        return query(
                        em,
                        "delete from " + table + " where ctid = any (array (select " + row + ".ctid" + from
                                + " and s.id = any (cast(?4 as uuid[])) limit ?3))")
                .setParameter(3, atMost)
                .setParameter(
                        4, UuidArray.of(people.stream().map(UUID.class::cast).toList()))
                .executeUpdate();
    }

    long count(EntityManager em) {
        return number(em, "select count(*)" + FROM_MESSAGES + messagePast())
                + number(em, "select count(*)" + FROM_CONVERSATIONS + conversationPast());
    }

    private String messagePast() {
        return switch (expiry.anchor()) {
            case CREATED -> "m.created_at < ?2";
            case LAST_ACTIVITY -> "c.last_message_at < ?2";
            case LAST_SUBMISSION -> "coalesce(s.last_submission_at, s.created_at) < ?2";
        };
    }

    private String conversationPast() {
        return switch (expiry.anchor()) {
            case CREATED, LAST_ACTIVITY -> "c.last_message_at < ?2";
            case LAST_SUBMISSION -> "coalesce(s.last_submission_at, s.created_at) < ?2";
        };
    }

    private long number(EntityManager em, String sql) {
        return (Long) query(em, sql).getSingleResult();
    }

    private Query query(EntityManager em, String sql) {
        return em.createNativeQuery(sql)
                .setParameter(1, account.value())
                .setParameter(2, expiry.before().atOffset(ZoneOffset.UTC));
    }
}
