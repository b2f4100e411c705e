package eu.lethe.compliance.requests;

import static java.lang.System.Logger.Level.WARNING;

import eu.lethe.compliance.timers.WhenOpen;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;

/** Lets requests move on that wait for nobody. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@Interceptors(WhenOpen.class)
public class RequestTimer {

    private static final System.Logger LOG = System.getLogger(RequestTimer.class.getName());
    private static final int BATCH = 200;

    @Inject
    RequestUpkeep upkeep;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false, info = "requests")
    public void closeCertified() {
        quietly(() ->
                upkeep.begun(BATCH).forEach(one -> quietly(() -> upkeep.eraseNext(one.account(), one.request()))));
        quietly(upkeep::closeCertified);
    }

    @Schedule(hour = "*", minute = "*/10", persistent = false, info = "requests never proved")
    public void tidyUp() {
        quietly(upkeep::dropOldCodes);
        // One that cannot be given up must not keep the rest.
        quietly(() ->
                upkeep.unproved(BATCH).forEach(one -> quietly(() -> upkeep.giveUp(one.account(), one.request()))));
    }

    // The timer must go on: what was not done now is done the next time.
    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            LOG.log(
                    WARNING,
                    "Requests could not be looked after: {0}",
                    failed.getClass().getSimpleName());
        }
    }
}
