package eu.lethe.chat.search;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.AcrossAccounts;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** Whose messages are noted for the index: follows what accounts decide about the store. */
@Stateless
@Interceptors(AccountScope.class)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SearchedAccounts {

    @PersistenceContext
    EntityManager em;

    /**
     * @param written whether what is said is noted
     * @param filled whether what was said before is noted, too
     */
    public record Searched(AccountId id, boolean written, boolean filled) {}

    @AcrossAccounts(because = "every account may have turned search on or off")
    public List<Searched> all() {
        List<?> rows = em.createNativeQuery("select a.id, coalesce(s.written, false), coalesce(s.filled, false)"
                        + " from compliance.account a left join chat.searched_account s on s.account_id = a.id")
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Searched(new AccountId((UUID) row[0]), (Boolean) row[1], (Boolean) row[2]))
                .toList();
    }

    /** From the commit on, whatever is said is noted. */
    public void turnOn(AccountId account) {
        em.createNativeQuery("insert into chat.searched_account (account_id, written, since_xid, filled)"
                        + " values (?1, true, cast(cast(pg_current_xact_id() as text) as bigint), false)"
                        + " on conflict (account_id) do update set written = true, since_xid = excluded.since_xid,"
                        + " filled = false")
                .setParameter(1, account.value())
                .executeUpdate();
    }

    /** Nothing new is noted, but deletions are: the index may keep what it has for a while (SEED-L5). */
    public void turnOff(AccountId account) {
        em.createNativeQuery("update chat.searched_account set written = false where account_id = ?1")
                .setParameter(1, account.value())
                .executeUpdate();
    }

    /** Notes what was said before, once no transaction is left that did not know that search is on. @return how much */
    public int fill(AccountId account) {
        int ready = em.createNativeQuery(
                        "update chat.searched_account set filled = true where account_id = ?1 and not"
                                + " filled and since_xid < cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint)")
                .setParameter(1, account.value())
                .executeUpdate();
        if (ready == 0) {
            return 0;
        }
        return em.createNativeQuery(
                        "insert into chat.search_change (message_id, account_id, conversation_id, subject_id,"
                                + " generation, said_at, version, next_at) select id, account_id, conversation_id, subject_id,"
                                + " generation, created_at, nextval('chat.search_version'), now() from chat.message"
                                + " where account_id = ?1 on conflict (message_id) do nothing")
                .setParameter(1, account.value())
                .executeUpdate();
    }

    /** The index was emptied: everything is noted again. */
    @AcrossAccounts(because = "the index is one for all")
    public void fillAgain() {
        em.createNativeQuery("update chat.searched_account set filled = false where written")
                .executeUpdate();
        // What the index had been told it has forgotten; a message that is noted already is not noted once more.
        em.createNativeQuery("update chat.search_change set version = nextval('chat.search_version'), next_at = now(),"
                        + " lease_until = now(), on_its_way = false, settled = false")
                .executeUpdate();
    }
}
