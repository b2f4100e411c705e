package eu.lethe.compliance.audit;

import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.Role;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.interceptor.Interceptors;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The audit log as it is read: searched, taken away with its proof, and checked. */
@Stateless
@Interceptors(AccountScope.class)
public class AuditTrail {

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
            AuditAction action,
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

    /** Newest first. The search is itself recorded. */
    public Page search(Caller caller, Filter filter, int offset, int limit) {
        mayRead(caller);
        throw new UnsupportedOperationException();
    }

    /** Writes what was sealed in the period as a file that {@code verify.jar audit} checks. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void export(Caller caller, Instant from, Instant before, OutputStream out) {
        mayRead(caller);
        throw new UnsupportedOperationException();
    }

    /** Recomputes every digest of the account's events and of every seal. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Check check(Caller caller) {
        mayRead(caller);
        throw new UnsupportedOperationException();
    }

    private static void mayRead(Caller caller) {
        caller.mustBeAny(Role.ADMIN, Role.DPO, Role.AUDITOR);
    }
}
