package eu.lethe.compliance.audit;

import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.Role;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.vault.SubjectKey;
import eu.lethe.compliance.vault.Vault;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The audit log as it is read: searched, taken away with its proof, and checked. */
@Stateless
@Interceptors(AccountScope.class)
public class AuditTrail {

    private static final int MOST = 500;
    private static final String ENTRY =
            "select e.seq, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'),"
                    + " e.actor, e.action, e.object_kind, e.object_id, e.subject_id, e.generation, e.words,"
                    + " (select b.seal_id from compliance.audit_block b where b.account_id = e.account_id and b.to_seq >= e.seq"
                    + " order by b.to_seq limit 1) from compliance.audit_event e";
    private static final String WHERE =
            " where e.account_id = ?1 and (cast(?2 as uuid) is null or e.actor = cast(?2 as uuid))"
                    + " and (cast(?3 as text) is null or e.action = ?3)"
                    + " and (cast(?4 as uuid) is null or e.object_id = cast(?4 as uuid))"
                    + " and (cast(?5 as timestamptz) is null or e.at >= cast(?5 as timestamptz))"
                    + " and (cast(?6 as timestamptz) is null or e.at < cast(?6 as timestamptz))";

    /** What to look for; what is null is not asked about. */
    public record Filter(
            @Nullable UUID actor,
            @Nullable AuditAction action,
            @Nullable UUID object,
            @Nullable Instant from,
            @Nullable Instant before) {}

    /**
     * @param actor the member who did it; null for visitors and the application itself
     * @param words what the member said about it, {@code [erased]} once the person is forgotten; null if nothing
     * @param seal the seal that covers it; null for a few seconds
     */
    public record Entry(
            long seq,
            Instant at,
            @Nullable UUID actor,
            String action,
            String objectKind,
            UUID object,
            @Nullable String words,
            @Nullable Long seal) {}

    /** @param total how many there are in all */
    public record Page(List<Entry> entries, long total) {}

    /** What is wrong, and in which seal. */
    public record Finding(Flaw flaw, long seal) {}

    /** What a check can find. */
    public enum Flaw {
        EVENTS_CHANGED,
        EVENT_NEVER_SEALED,
        BLOCKS_CHANGED,
        SEAL_CHANGED,
        SEAL_MISSING,
        SECOND_PLACE_DIFFERS,
        RESTORED
    }

    /**
     * @param unsealed events that wait for the next seal
     * @param secondPlace whether the seals were compared with the copy outside the database
     * @param findings empty if the log is as it was written
     */
    public record Check(long seals, long events, long unsealed, boolean secondPlace, List<Finding> findings) {}

    @PersistenceContext
    EntityManager em;

    @Inject
    Vault vault;

    @Inject
    AuditLog audit;

    @Inject
    LogChecks checks;

    @Inject
    LogFiles files;

    /** Newest first. The search is itself recorded. */
    public Page search(Caller caller, Filter filter, int offset, int limit) {
        mayRead(caller);
        audit.record(caller, AuditAction.AUDIT_SEARCHED, caller.account().value());
        List<?> rows = asked(ENTRY + WHERE + " order by e.seq desc offset ?7 limit ?8", caller, filter)
                .setParameter(7, Math.max(0, offset))
                .setParameter(8, Math.min(Math.max(1, limit), MOST))
                .getResultList();
        long total = (Long) asked("select count(*) from compliance.audit_event e" + WHERE, caller, filter)
                .getSingleResult();
        var keys = new HashMap<UUID, SubjectKey>();
        return new Page(
                rows.stream().map(row -> entry(caller, (Object[]) row, keys)).toList(), total);
    }

    /**
     * Writes what was sealed in the period as a file that {@code verify.jar audit} checks: whole blocks, so a few events before
     * and after it too.
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void export(Caller caller, Instant from, Instant before, OutputStream out) throws IOException {
        mayRead(caller);
        files.write(caller, from, before, out);
    }

    /** Recomputes every digest of the account's events and of every seal. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Check check(Caller caller) {
        mayRead(caller);
        return checks.of(caller);
    }

    private Query asked(String sql, Caller caller, Filter filter) {
        return em.createNativeQuery(sql)
                .setParameter(1, caller.account().value())
                .setParameter(2, text(filter.actor()))
                .setParameter(3, text(filter.action()))
                .setParameter(4, text(filter.object()))
                .setParameter(5, text(filter.from()))
                .setParameter(6, text(filter.before()));
    }

    private Entry entry(Caller caller, Object[] row, Map<UUID, SubjectKey> keys) {
        return new Entry(
                (Long) row[0],
                Instant.parse((String) row[1]),
                (UUID) row[2],
                (String) row[3],
                (String) row[4],
                (UUID) row[5],
                words(caller, row, keys),
                (Long) row[9]);
    }

    private @Nullable String words(Caller caller, Object[] row, Map<UUID, SubjectKey> keys) {
        if (row[6] == null) {
            return null;
        }
        var about = new Subject(caller.account(), (UUID) row[6], (Integer) row[7]);
        return keys.computeIfAbsent(about.id(), id -> vault.keyOf(about)).open(AuditLog.WORDS, (byte[]) row[8]);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static void mayRead(Caller caller) {
        caller.mustBeAny(Role.ADMIN, Role.DPO, Role.AUDITOR);
    }
}
