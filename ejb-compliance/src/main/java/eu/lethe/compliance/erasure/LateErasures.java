package eu.lethe.compliance.erasure;

import eu.lethe.compliance.alerts.Alert;
import eu.lethe.compliance.alerts.Alert.Matter;
import eu.lethe.compliance.alerts.Watch;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.persistence.Columns;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

/** Erasures that do not go on by themselves, or that take longer than a day; a second look that is a day late, too. */
@Stateless
@Interceptors(AccountScope.class)
public class LateErasures implements Watch {

    private static final Duration LONG = Duration.ofDays(1);

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Override
    public List<Alert> alerts(AccountId account) {
        List<?> rows = em.createNativeQuery("select stopped, count(*), min(fenced_at)"
                        + " from compliance.erasure_job j where account_id = ?1 and (stopped"
                        + " or (fenced_at < ?2 and state not in ('CERTIFIED', 'CLOSED'))"
                        + " or (rescan_at < ?2 and state = 'CERTIFIED' and not exists (select 1 from compliance.held h"
                        + " where h.account_id = j.account_id and h.subject_id = j.subject_id))) group by 1")
                .setParameter(1, account.value())
                .setParameter(2, clock.instant().minus(LONG).atOffset(ZoneOffset.UTC))
                .getResultList();
        return rows.stream().map(row -> alert((Object[]) row)).toList();
    }

    private static Alert alert(Object[] row) {
        return new Alert(
                Boolean.TRUE.equals(row[0]) ? Matter.ERASURE_STOPPED : Matter.ERASURE_LATE,
                (Long) row[1],
                Columns.instant(row[2]));
    }
}
