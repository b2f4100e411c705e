package eu.lethe.chat.conversations;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.personaldata.Talk;
import eu.lethe.compliance.personaldata.Typed;
import eu.lethe.compliance.vault.SubjectKey;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of single conversations, for their erasure. */
final class Talks {

    // Of whoever said more, the latest.
    private static final int MOST_MESSAGES = 2000;
    private static final String IN = " where account_id = ?1 and conversation_id = ?2";

    private record Said(UUID conversation, String text) {}

    private Talks() {}

    static Optional<Talk> lock(EntityManager em, Subject subject, UUID conversation) {
        List<?> found = em.createNativeQuery("select 1 from chat.conversation where account_id = ?1 and id = ?2"
                        + " and subject_id = ?3 for update")
                .setParameter(1, subject.account().value())
                .setParameter(2, conversation)
                .setParameter(3, subject.id())
                .getResultList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<?> rows = in(em, subject.account(), conversation, "select id, reply_id from chat.message" + IN)
                .getResultList();
        Set<UUID> entries = rows.stream()
                .flatMap(row -> Stream.of((Object[]) row))
                .flatMap(id -> Stream.ofNullable((UUID) id))
                .collect(Collectors.toCollection(HashSet::new));
        return Optional.of(new Talk(subject, conversation, entries));
    }

    static long count(EntityManager em, Talk talk) {
        return number(em, talk, "select count(*) from chat.message" + IN)
                + number(em, talk, "select count(*) from chat.conversation where account_id = ?1 and id = ?2");
    }

    static long erase(EntityManager em, Talk talk) {
        return in(em, talk.account(), talk.conversation(), "delete from chat.message" + IN)
                        .executeUpdate()
                + in(
                                em,
                                talk.account(),
                                talk.conversation(),
                                "delete from chat.conversation where account_id = ?1 and id = ?2")
                        .executeUpdate();
    }

    static Set<UUID> withToken(EntityManager em, AccountId account, byte[] token) {
        List<?> rows = em.createNativeQuery(
                        "select id from chat.conversation where account_id = ?1 and sha256(uuid_send(id)) = ?2")
                .setParameter(1, account.value())
                .setParameter(2, token)
                .getResultList();
        return rows.stream().map(UUID.class::cast).collect(Collectors.toSet());
    }

    static Typed typed(EntityManager em, Subject subject, SubjectKey key) {
        return OwnWords.in(said(em, subject, key).stream().map(Said::text).toList(), List.of());
    }

    /** What stands in this conversation and in no other of the person, who stays. */
    static Typed typed(EntityManager em, Talk talk, SubjectKey key) {
        List<Said> said = said(em, talk.subject(), key);
        return OwnWords.in(
                said.stream()
                        .filter(each -> each.conversation().equals(talk.conversation()))
                        .map(Said::text)
                        .toList(),
                said.stream()
                        .filter(each -> !each.conversation().equals(talk.conversation()))
                        .map(Said::text)
                        .toList());
    }

    private static List<Said> said(EntityManager em, Subject subject, SubjectKey key) {
        List<?> rows = em.createNativeQuery("select conversation_id, sealed_text from chat.message"
                        + " where account_id = ?1 and subject_id = ?2 and author = 'VISITOR'"
                        + " order by created_at desc limit ?3")
                .setParameter(1, subject.account().value())
                .setParameter(2, subject.id())
                .setParameter(3, MOST_MESSAGES)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                // A message that cannot be read any more must not keep anybody from being forgotten.
                .flatMap(row ->
                        key
                                .openIfWhole(Message.TEXT, (byte[]) row[1])
                                .map(text -> new Said((UUID) row[0], text))
                                .stream())
                .toList();
    }

    private static long number(EntityManager em, Talk talk, String sql) {
        return (Long) in(em, talk.account(), talk.conversation(), sql).getSingleResult();
    }

    private static Query in(EntityManager em, AccountId account, UUID conversation, String sql) {
        return em.createNativeQuery(sql).setParameter(1, account.value()).setParameter(2, conversation);
    }
}
