package eu.lethe.compliance.restore;

import static java.lang.System.Logger.Level.WARNING;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Has the guard go on as long as it is closed, and look again now and then once it is open. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RestoreTimer {

    private static final System.Logger LOG = System.getLogger(RestoreTimer.class.getName());

    @Inject
    RestoreGuard guard;

    private boolean down;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false, info = "restore guard")
    public void goOn() {
        attempt(guard::goOn);
    }

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false, info = "restore watch")
    public void watch() {
        attempt(guard::watch);
    }

    // As long as a database or the key store is away, nobody gets in, and the next second tries again.
    private void attempt(Runnable step) {
        try {
            step.run();
            down = false;
        } catch (RuntimeException unreachable) {
            if (!down) {
                LOG.log(WARNING, "Whether a backup was restored cannot be checked", unreachable);
            }
            down = true;
        }
    }
}
