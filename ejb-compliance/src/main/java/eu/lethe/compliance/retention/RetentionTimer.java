package eu.lethe.compliance.retention;

import static java.lang.System.Logger.Level.WARNING;

import eu.lethe.compliance.restrictions.LegalHolds;
import eu.lethe.compliance.retention.RetentionSchedule.Due;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;

/** Looks every few seconds whether an account is due for its hourly sweep; ends holds whose last day is over. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RetentionTimer {

    private static final System.Logger LOG = System.getLogger(RetentionTimer.class.getName());

    @Inject
    RetentionSchedule schedule;

    @Inject
    Sweeping sweeping;

    @Inject
    LegalHolds holds;

    private boolean down;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false, info = "retention")
    public void sweep() {
        try {
            Optional<Due> due = schedule.claim();
            while (due.isPresent()) {
                holds.releaseEnded();
                sweeping.sweep(due.get());
                due = schedule.claim();
            }
            down = false;
        } catch (RuntimeException failed) {
            // The timer must go on: whatever has expired is still there for the next time.
            if (!down) {
                LOG.log(WARNING, "What has outlived its period cannot be removed", failed);
            }
            down = true;
        }
    }
}
