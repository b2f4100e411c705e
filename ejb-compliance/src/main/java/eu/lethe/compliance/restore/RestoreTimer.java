package eu.lethe.compliance.restore;

import eu.lethe.compliance.timers.Rounds;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Has the guard look every second, whether it is closed or open. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RestoreTimer {

    @Inject
    RestoreGuard guard;

    private final Rounds rounds = new Rounds(RestoreTimer.class, "Whether a backup was restored cannot be checked");

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false, info = "restore guard")
    public void goOn() {
        rounds.attempt(guard::goOn);
    }
}
