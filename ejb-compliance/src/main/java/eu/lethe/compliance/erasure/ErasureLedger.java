package eu.lethe.compliance.erasure;

import eu.lethe.compliance.audit.AuditAction;
import eu.lethe.compliance.audit.AuditLog;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.Role;
import eu.lethe.compliance.persistence.Columns;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The erasures of an account, for the people who answer for them. */
@Stateless
@Interceptors(AccountScope.class)
public class ErasureLedger {

    private static final int MOST_ROWS = 200;
    private static final String COLUMNS =
            "select id, cause, request_id, state, case when stopped then 'NEEDS_OPERATOR' else held_up end, fenced_at, deleted_at, verified_at,"
                    + " certified_at, next_at, attempts, certificate_id, scope from compliance.erasure_job where account_id = ?1";

    @PersistenceContext
    EntityManager em;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** Newest first, without their steps. */
    public Progress.Page list(Caller caller, int offset, int limit) {
        mayLook(caller);
        List<?> rows = query(caller, COLUMNS + " order by fenced_at desc, id")
                .setFirstResult(Math.max(0, offset))
                .setMaxResults(Math.min(Math.max(1, limit), MOST_ROWS))
                .getResultList();
        long total = (Long) query(caller, "select count(*) from compliance.erasure_job where account_id = ?1")
                .getSingleResult();
        return new Progress.Page(
                rows.stream().map(row -> progress((Object[]) row, List.of())).toList(), total);
    }

    /** @throws ErasureNotFound (404) */
    public Progress progress(Caller caller, UUID job) {
        mayLook(caller);
        return rows(caller, " and id = ?2", job);
    }

    /** The erasure that answers a subject request. @throws ErasureNotFound (404) */
    public Progress ofRequest(Caller caller, UUID request) {
        mayLook(caller);
        return rows(caller, " and request_id = ?2 order by fenced_at desc limit 1", request);
    }

    /**
     * Has one that waits tried again at once; where words of the person had been found, it is looked again.
     *
     * @throws ErasureNotFound if there is none that waits (404)
     */
    public void retry(Caller caller, UUID job) {
        caller.mustBeAny(Role.ADMIN, Role.DPO);
        change(caller, job, "next_at = ?3, stopped = false, held_up = nullif(held_up, 'RETRY_WAIT')");
        judge(caller, job, "state = 'PENDING'");
        audit.record(caller, AuditAction.ERASURE_RETRIED, job);
    }

    /** Somebody has looked at the places where the person's words stand, and decided that they may stay. */
    public void reviewed(Caller caller, UUID job) {
        caller.mustBeAny(Role.ADMIN, Role.DPO);
        change(caller, job, "next_at = ?3, stopped = false");
        // Only of the databases is what remains about the person; elsewhere it is what was judged.
        judge(
                caller,
                job,
                "method = 'reviewed-by-a-member',"
                        + " state = case when store = 'databases' and remaining > 0 then 'HELD' else 'DONE' end");
        audit.record(caller, AuditAction.ERASURE_REVIEWED, job);
    }

    private void judge(Caller caller, UUID job, String how) {
        em.createNativeQuery("update compliance.erasure_step set " + how
                        + " where account_id = ?1 and job_id = ?2 and state = 'REVIEW'")
                .setParameter(1, caller.account().value())
                .setParameter(2, job)
                .executeUpdate();
    }

    private void change(Caller caller, UUID job, String what) {
        int changed = em.createNativeQuery("update compliance.erasure_job set " + what
                        + " where account_id = ?1 and id = ?2 and state <> 'CLOSED'")
                .setParameter(1, caller.account().value())
                .setParameter(2, job)
                .setParameter(3, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
        if (changed == 0) {
            throw new ErasureNotFound();
        }
    }

    private static void mayLook(Caller caller) {
        caller.mustBeAny(Role.ADMIN, Role.DPO, Role.AUDITOR);
    }

    private Progress rows(Caller caller, String which, UUID id) {
        List<?> rows = query(caller, COLUMNS + which).setParameter(2, id).getResultList();
        if (rows.isEmpty()) {
            throw new ErasureNotFound();
        }
        Object[] row = (Object[]) rows.get(0);
        return progress(row, steps(caller, (UUID) row[0]));
    }

    private List<Progress.Step> steps(Caller caller, UUID job) {
        List<?> rows = query(
                        caller,
                        "select store, action, state, found, removed, remaining, tries, error_code, method,"
                                + " done_at from compliance.erasure_step where account_id = ?1 and job_id = ?2"
                                + " order by array_position(array['DELETE', 'TELL', 'PURGE', 'VERIFY', 'RESCAN'], action), store")
                .setParameter(2, job)
                .getResultList();
        return rows.stream().map(row -> step((Object[]) row)).toList();
    }

    private Query query(Caller caller, String sql) {
        return em.createNativeQuery(sql).setParameter(1, caller.account().value());
    }

    private static Progress.Step step(Object[] row) {
        return new Progress.Step(
                (String) row[0],
                Action.valueOf((String) row[1]),
                StepState.valueOf((String) row[2]),
                (Long) row[3],
                (Long) row[4],
                (Long) row[5],
                (Integer) row[6],
                (String) row[7],
                (String) row[8],
                instant(row[9]));
    }

    private static Progress progress(Object[] row, List<Progress.Step> steps) {
        return new Progress(
                (UUID) row[0],
                Scope.valueOf((String) row[12]),
                Cause.valueOf((String) row[1]),
                (UUID) row[2],
                Phase.valueOf((String) row[3]),
                (String) row[4],
                Columns.instant(row[5]),
                instant(row[6]),
                instant(row[7]),
                instant(row[8]),
                instant(row[9]),
                (Integer) row[10],
                (UUID) row[11],
                steps);
    }

    private static @Nullable Instant instant(@Nullable Object value) {
        return value == null ? null : Columns.instant(value);
    }
}
