package eu.lethe.compliance.restore;

import eu.lethe.compliance.audit.AuditAction;
import eu.lethe.compliance.audit.AuditLog;
import eu.lethe.compliance.erasure.ConversationErasures;
import eu.lethe.compliance.erasure.Erasures;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.AcrossAccounts;
import eu.lethe.compliance.tombstones.Tombstone;
import eu.lethe.compliance.tombstones.Tombstones;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Does erasures again that a restored backup does not know of; each in a transaction of its own, and again without harm. */
@Stateless
@Interceptors(AccountScope.class)
public class Replay {

    @PersistenceContext
    EntityManager em;

    @Inject
    Tombstones tombstones;

    @Inject
    Erasures erasures;

    @Inject
    ConversationErasures conversations;

    @Inject
    AuditLog audit;

    /** Those the database lacks. */
    @AcrossAccounts(because = "a backup is of the whole installation")
    public List<Tombstone> missing(List<Tombstone> mirrored) {
        Set<String> known = new HashSet<>();
        tombstones.all().forEach(tombstone -> known.add(key(tombstone)));
        var seen = new HashSet<String>();
        return mirrored.stream()
                .filter(tombstone -> !known.contains(key(tombstone)) && seen.add(key(tombstone)))
                .toList();
    }

    /** Forgets whoever, or whatever, came back under this tombstone; if nothing did, the tombstone itself is put back. */
    @AcrossAccounts(because = "the tombstone says whose account it is")
    public void forgetAgain(Tombstone tombstone) {
        AccountId account = tombstone.account();
        int returned = switch (tombstone.kind()) {
            case SUBJECT -> forgetPeople(tombstone);
            case CONVERSATION -> conversations.eraseAgain(account, tombstone.token());
        };
        if (returned == 0) {
            tombstones.putBack(account, tombstone);
        }
        audit.recordOwn(account, AuditAction.ERASURE_REPLAYED, tombstone.job());
    }

    /** Tells the accounts that the mirror lacks tombstones of theirs, which are about to be added. */
    @AcrossAccounts(because = "the mirror is one for the whole installation")
    public void noteLacking(List<Tombstone> lacking) {
        lacking.stream()
                .map(Tombstone::account)
                .distinct()
                .forEach(account -> audit.recordOwn(account, AuditAction.TOMBSTONES_MIRRORED, account.value()));
    }

    private int forgetPeople(Tombstone tombstone) {
        List<UUID> returned = living(tombstone);
        for (UUID person : returned) {
            erasures.eraseAgain(tombstone.account(), person);
        }
        return returned.size();
    }

    private List<UUID> living(Tombstone tombstone) {
        List<?> rows = em.createNativeQuery("select id from compliance.subject where account_id = ?1"
                        + " and state in ('ACTIVE', 'RESTRICTED') and sha256(uuid_send(id)) = ?2")
                .setParameter(1, tombstone.account().value())
                .setParameter(2, HexFormat.of().parseHex(tombstone.token()))
                .getResultList();
        return rows.stream().map(UUID.class::cast).toList();
    }

    private static String key(Tombstone tombstone) {
        return tombstone.account() + " " + tombstone.kind() + " " + tombstone.token();
    }
}
