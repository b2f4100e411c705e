package eu.lethe.chat.conversations;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.personaldata.Expiry;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.ZoneOffset;

/**
 * What was said and has outlived its period: never of somebody who is restricted or being erased, never what a hold keeps. Whoever
 * is writing at this moment is passed over.
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
        return query(
                        em,
                        "delete from chat.message where ctid = any (array (select m.ctid" + FROM_MESSAGES
                                + messagePast() + " limit ?3 for update of s skip locked))")
                .setParameter(3, atMost)
                .executeUpdate();
    }

    int deleteConversations(EntityManager em, int atMost) {
        return query(
                        em,
                        "delete from chat.conversation where ctid = any (array (select c.ctid" + FROM_CONVERSATIONS
                                + conversationPast() + EMPTY + " limit ?3 for update of s skip locked))")
                .setParameter(3, atMost)
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
