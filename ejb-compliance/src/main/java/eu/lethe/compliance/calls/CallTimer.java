package eu.lethe.compliance.calls;

import static java.lang.System.Logger.Level.WARNING;

import eu.lethe.compliance.timers.WhenOpen;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;

/** Lets go of what programs asked long ago. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@Interceptors(WhenOpen.class)
public class CallTimer {

    private static final System.Logger LOG = System.getLogger(CallTimer.class.getName());

    @Inject
    Calls calls;

    @Schedule(hour = "*", minute = "23", persistent = false, info = "idempotency keys")
    public void dropOld() {
        try {
            calls.dropOld();
        } catch (RuntimeException failed) {
            // The timer must go on: what was not done now is done the next time.
            LOG.log(
                    WARNING,
                    "Old idempotency keys could not be dropped: {0}",
                    failed.getClass().getSimpleName());
        }
    }
}
