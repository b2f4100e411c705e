package eu.lethe.compliance.retention;

import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.Role;
import eu.lethe.compliance.persistence.Columns;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sweeps of an account: those that removed something, the last, and the next. */
@Stateless
@Interceptors(AccountScope.class)
public class RetentionSweeps {

    /**
     * @param endedAt null as long as it runs, or if the server went down in the middle of it
     * @param rows how many rows went
     * @param people how many people were forgotten whole
     * @param handedOver how many people were given to an erasure of their own
     * @param failed how many people or stores are left to the next sweep because something went wrong
     */
    public record Sweep(
            UUID id,
            Instant startedAt,
            @Nullable Instant endedAt,
            long rows,
            long people,
            long handedOver,
            long failed) {}

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    /** The newest first. */
    public List<Sweep> list(Caller caller) {
        caller.mustBeAny(Role.ADMIN, Role.DPO, Role.AUDITOR);
        List<?> rows = em.createNativeQuery("select id, started_at, ended_at, removed, people, handed_over, failed"
                        + " from compliance.retention_sweep where account_id = ?1 order by started_at desc limit 100")
                .setParameter(1, caller.account().value())
                .getResultList();
        return rows.stream().map(row -> sweep((Object[]) row)).toList();
    }

    /** When the last one was, whether it removed something or not. */
    public Optional<Instant> last(Caller caller) {
        return time(caller, "swept_at");
    }

    /** When the next one begins; at most an hour ahead. Empty on an account that was never swept. */
    public Optional<Instant> next(Caller caller) {
        return time(caller, "next_at");
    }

    /** Lets the next one begin within seconds. */
    public void soon(Caller caller) {
        caller.mustBeAny(Role.ADMIN, Role.DPO);
        em.createNativeQuery("insert into compliance.retention_schedule (account_id, next_at) values (?1, ?2)"
                        + " on conflict (account_id) do update set next_at = excluded.next_at")
                .setParameter(1, caller.account().value())
                .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    private Optional<Instant> time(Caller caller, String column) {
        caller.mustBeAny(Role.ADMIN, Role.DPO, Role.AUDITOR);
        List<?> rows = em.createNativeQuery(
                        "select " + column + " from compliance.retention_schedule where account_id = ?1" + " and "
                                + column + " is not null")
                .setParameter(1, caller.account().value())
                .getResultList();
        return rows.stream().findFirst().map(Columns::instant);
    }

    private static Sweep sweep(Object[] row) {
        return new Sweep(
                (UUID) row[0],
                Columns.instant(row[1]),
                row[2] == null ? null : Columns.instant(row[2]),
                (Long) row[3],
                (Long) row[4],
                (Long) row[5],
                (Long) row[6]);
    }
}
