package eu.lethe.compliance.erasure;

import static java.lang.System.Logger.Level.WARNING;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Goes on with the erasures that are due, every second and on every node. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ErasureTimer {

    private static final System.Logger LOG = System.getLogger(ErasureTimer.class.getName());

    @Inject
    Erasing erasing;

    private boolean down;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false, info = "erasure")
    public void goOn() {
        try {
            while (erasing.round()) {
                Thread.yield();
            }
            down = false;
        } catch (RuntimeException unreachable) {
            // The timer must go on: what is to be done is still written down.
            if (!down) {
                LOG.log(WARNING, "The erasures cannot be read", unreachable);
            }
            down = true;
        }
    }
}
