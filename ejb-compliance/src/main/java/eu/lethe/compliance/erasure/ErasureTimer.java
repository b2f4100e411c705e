package eu.lethe.compliance.erasure;

import eu.lethe.compliance.timers.Rounds;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Goes on with the erasures that are due, every second and on every node. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ErasureTimer {

    @Inject
    Erasing erasing;

    private final Rounds rounds = new Rounds(ErasureTimer.class, "The erasures cannot be read");

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false, info = "erasure")
    public void goOn() {
        rounds.attempt(() -> {
            while (erasing.round()) {
                Thread.yield();
            }
        });
    }
}
