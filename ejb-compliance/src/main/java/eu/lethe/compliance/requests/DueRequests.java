package eu.lethe.compliance.requests;

import eu.lethe.compliance.alerts.Alert;
import eu.lethe.compliance.alerts.Alert.Matter;
import eu.lethe.compliance.alerts.Watch;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Requests whose last day is over or near (Art. 12(3) GDPR). */
@Stateless
@Interceptors(AccountScope.class)
public class DueRequests implements Watch {

    /** How many days before the last one a request counts as due soon. */
    static final int SOON = 7;

    /** How many days somebody may take to prove who they are before a member is asked to refuse. */
    static final int PATIENCE = 30;

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Override
    public List<Alert> alerts(AccountId account) {
        LocalDate today = SubjectRequest.day(clock.instant());
        return Stream.of(
                        alert(account, Matter.REQUEST_OVERDUE, null, today.minusDays(1)),
                        alert(account, Matter.REQUEST_DUE_SOON, today, today.plusDays(SOON)),
                        unproved(account, today.minusDays(PATIENCE)))
                .filter(alert -> alert.count() > 0)
                .toList();
    }

    private Alert unproved(AccountId account, LocalDate day) {
        var waiting = new RequestList(account).waitingSince(day);
        return new Alert(
                Matter.REQUEST_UNPROVED,
                waiting.total(em),
                day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private Alert alert(AccountId account, Matter matter, @Nullable LocalDate from, LocalDate to) {
        var due = new RequestList(account).due(from, to);
        LocalDate first = due.rows(em, 0, 1).stream()
                .map(SubjectRequest::dueOn)
                .findFirst()
                .orElse(to);
        return new Alert(
                matter, due.total(em), first.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
