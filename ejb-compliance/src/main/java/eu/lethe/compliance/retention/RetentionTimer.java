package eu.lethe.compliance.retention;

import eu.lethe.compliance.restrictions.LegalHolds;
import eu.lethe.compliance.retention.RetentionSchedule.Due;
import eu.lethe.compliance.timers.Rounds;
import eu.lethe.compliance.timers.WhenOpen;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.Optional;

/** Looks every few seconds whether an account is due for its hourly sweep; ends holds whose last day is over. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@Interceptors(WhenOpen.class)
public class RetentionTimer {

    @Inject
    RetentionSchedule schedule;

    @Inject
    Sweeping sweeping;

    @Inject
    LegalHolds holds;

    private final Rounds rounds = new Rounds(RetentionTimer.class, "What has outlived its period cannot be removed");

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false, info = "retention")
    public void sweep() {
        rounds.attempt(() -> {
            Optional<Due> due = schedule.claim();
            while (due.isPresent()) {
                holds.releaseEnded();
                sweeping.sweep(due.get());
                due = schedule.claim();
            }
        });
    }
}
