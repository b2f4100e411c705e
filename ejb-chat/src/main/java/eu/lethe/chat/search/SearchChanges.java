package eu.lethe.chat.search;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.AcrossAccounts;
import eu.lethe.compliance.persistence.Columns;
import eu.lethe.compliance.persistence.FencedRows;
import eu.lethe.compliance.persistence.UuidArray;
import eu.lethe.compliance.personaldata.Talk;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the index has not been told yet, each call a short transaction, by the database's clock. */
@Stateless
@Interceptors(AccountScope.class)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SearchChanges {

    // Longer than a request to the index may take.
    private static final String LEASE = "interval '5 minutes'";

    /** How long a request that got no answer may still arrive. */
    private static final String LATE = "interval '24 hours'";

    private static final String OF_PEOPLE = " where account_id = ?1 and subject_id = any (cast(?2 as uuid[]))";
    private static final String OF_TALK = " where account_id = ?1 and subject_id = ?3 and conversation_id = ?2";

    @PersistenceContext
    EntityManager em;

    /**
     * A message whose state the index is to be told.
     *
     * @param late whether something that was sent before may still arrive
     */
    public record Change(AccountId account, UUID message, Instant at, long version, boolean late) {}

    /** Takes changes that are due and in nobody's hands. From here on they may be on their way to the index. */
    @AcrossAccounts(because = "the indexer does every account's work")
    public List<Change> claim(int limit) {
        List<?> rows = em.createNativeQuery("update chat.search_change set lease_until = now() + " + LEASE
                        + ", late_until = case when on_its_way then now() + " + LATE + " else late_until end"
                        + ", on_its_way = true where message_id = any (array (select message_id from chat.search_change"
                        + " where not settled and next_at <= now() and lease_until <= now() order by next_at"
                        + " for update skip locked limit ?1))"
                        + " returning account_id, message_id, said_at, version, coalesce(late_until > now(), false)")
                .setParameter(1, limit)
                .getResultList();
        return rows.stream().map(row -> change((Object[]) row)).toList();
    }

    /**
     * The index has taken these changes. A row stays while something may come late, and if there is a newer change.
     *
     * @return those that nobody should have told: their people were fenced meanwhile
     */
    @AcrossAccounts(because = "the indexer does every account's work")
    public List<Change> settle(List<Change> told) {
        Set<UUID> there = there(told);
        batch(
                        "delete from chat.search_change c using (select unnest(cast(?1 as uuid[])) as id,"
                                + " unnest(cast(?2 as bigint[])) as version) t"
                                + " where c.message_id = t.id and c.version = t.version"
                                + " and coalesce(c.late_until, now()) <= now()",
                        told)
                .executeUpdate();
        batch(
                        "update chat.search_change c set on_its_way = false, lease_until = now(),"
                                + " settled = (c.version = t.version) from (select unnest(cast(?1 as uuid[])) as id,"
                                + " unnest(cast(?2 as bigint[])) as version) t where c.message_id = t.id",
                        told)
                .executeUpdate();
        return told.stream().filter(change -> !there.contains(change.message())).toList();
    }

    /**
     * Puts changes off.
     *
     * @param late whether they may have been sent and not arrived yet
     */
    @AcrossAccounts(because = "the indexer does every account's work")
    public void postpone(List<Change> changes, int seconds, boolean late) {
        em.createNativeQuery("update chat.search_change set on_its_way = false, lease_until = now(),"
                        + " next_at = now() + make_interval(secs => ?2)"
                        + ", late_until = case when ?3 then now() + " + LATE + " else late_until end"
                        + " where message_id = any (cast(?1 as uuid[]))")
                .setParameter(1, UuidArray.of(ids(changes)))
                .setParameter(2, seconds)
                .setParameter(3, late)
                .executeUpdate();
    }

    /** Notes everything the person said, for the index to look at again. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void noteAllOf(AccountId account, UUID person) {
        em.createNativeQuery("insert into chat.search_change (message_id, account_id, conversation_id, subject_id,"
                        + " generation, said_at, version, next_at) select id, account_id, conversation_id, subject_id,"
                        + " generation, created_at, nextval('chat.search_version'), now() from chat.message"
                        + " where account_id = ?1 and subject_id = ?2 and exists (select 1 from chat.searched_account"
                        + " where account_id = ?1) on conflict (message_id) do update"
                        + " set version = excluded.version, next_at = excluded.next_at, settled = false")
                .setParameter(1, account.value())
                .setParameter(2, person)
                .executeUpdate();
    }

    /** What was sent about people who are being forgotten and may still arrive; the version is above all that was sent. */
    public List<Change> late(AccountId account, Collection<UUID> people) {
        return late(OF_PEOPLE, sql -> about(account, people, sql));
    }

    /** The same of one conversation that is being erased. */
    public List<Change> late(Talk talk) {
        return late(OF_TALK, sql -> about(talk, sql));
    }

    private List<Change> late(String which, Function<String, Query> query) {
        FencedRows.show(em);
        // Whoever is claiming one of them is waited for.
        query.apply("select message_id from chat.search_change" + which + " for update")
                .getResultList();
        List<?> rows = query.apply("select account_id, message_id, said_at, nextval('chat.search_version'), true"
                        + " from chat.search_change" + which + " and (on_its_way or late_until > now())")
                .getResultList();
        return rows.stream().map(row -> change((Object[]) row)).toList();
    }

    /** Forgets what was noted about people whom the index has forgotten. */
    public void forget(AccountId account, Collection<UUID> people) {
        FencedRows.show(em);
        about(account, people, "delete from chat.search_change" + OF_PEOPLE).executeUpdate();
    }

    public void forget(Talk talk) {
        FencedRows.show(em);
        about(talk, "delete from chat.search_change" + OF_TALK).executeUpdate();
    }

    /** Forgets messages that cannot come late any more. */
    @AcrossAccounts(because = "it is housekeeping")
    public void tidy() {
        em.createNativeQuery("delete from chat.search_change where settled and late_until <= now()")
                .executeUpdate();
    }

    private Set<UUID> there(List<Change> changes) {
        List<?> rows = em.createNativeQuery(
                        "select message_id from chat.search_change where message_id = any (cast(?1 as uuid[]))")
                .setParameter(1, UuidArray.of(ids(changes)))
                .getResultList();
        return rows.stream().map(UUID.class::cast).collect(Collectors.toSet());
    }

    private Query batch(String sql, List<Change> changes) {
        return em.createNativeQuery(sql)
                .setParameter(1, UuidArray.of(ids(changes)))
                .setParameter(
                        2,
                        changes.stream()
                                .map(change -> Long.toString(change.version()))
                                .collect(Collectors.joining(",", "{", "}")));
    }

    private Query about(AccountId account, Collection<UUID> people, String sql) {
        return em.createNativeQuery(sql).setParameter(1, account.value()).setParameter(2, UuidArray.of(people));
    }

    private Query about(Talk talk, String sql) {
        return em.createNativeQuery(sql)
                .setParameter(1, talk.account().value())
                .setParameter(2, talk.conversation())
                .setParameter(3, talk.subject().id());
    }

    private static List<UUID> ids(List<Change> changes) {
        return changes.stream().map(Change::message).toList();
    }

    private static Change change(Object[] row) {
        return new Change(
                new AccountId((UUID) row[0]), (UUID) row[1], Columns.instant(row[2]), (Long) row[3], (Boolean) row[4]);
    }
}
