package eu.lethe.compliance.restore;

import eu.lethe.compliance.timers.Rounds;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Has the guard go on as long as it is closed, and look again now and then once it is open. */
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

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false, info = "restore watch")
    public void watch() {
        rounds.attempt(guard::watch);
    }
}
