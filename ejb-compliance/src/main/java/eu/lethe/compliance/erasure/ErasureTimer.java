package eu.lethe.compliance.erasure;

import eu.lethe.compliance.timers.Rounds;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Goes on with the erasures that are due, every second and on every node. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ErasureTimer {

    @Inject
    Erasing erasing;

    @Inject
    Lease lease;

    private final Rounds rounds = new Rounds(ErasureTimer.class, "The erasures cannot be read");

    /** An operator hears of a wrong lease at deployment, not from the first erasure. */
    @PostConstruct
    void readLease() {
        lease.seconds();
    }

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false, info = "erasure")
    public void goOn() {
        rounds.attempt(() -> {
            while (erasing.round()) {
                Thread.yield();
            }
        });
    }
}
