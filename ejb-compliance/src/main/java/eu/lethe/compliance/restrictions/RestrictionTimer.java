package eu.lethe.compliance.restrictions;

import eu.lethe.compliance.timers.Rounds;
import eu.lethe.compliance.timers.WhenOpen;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;

/** Ends restrictions on the day that was announced. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@Interceptors(WhenOpen.class)
public class RestrictionTimer {

    @Inject
    Lifts lifts;

    private final Rounds rounds = new Rounds(RestrictionTimer.class, "Restrictions that are over cannot be lifted");

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false, info = "restrictions")
    public void lift() {
        rounds.attempt(() -> {
            while (lifts.liftDue() > 0) {
                // Another hundred.
            }
        });
    }
}
