package eu.lethe.compliance.rotation;

import eu.lethe.compliance.timers.Rounds;
import eu.lethe.compliance.timers.WhenOpen;
import eu.lethe.compliance.vault.KeyRotation;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;

/** Looks every minute, on every node, whether the wrapping key is due; also how a node hears of one that another has made. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@Interceptors(WhenOpen.class)
public class RotationTimer {

    @Inject
    KeyRotation rotation;

    @Inject
    RotationLog log;

    private final Rounds rounds = new Rounds(RotationTimer.class, "The keys cannot be renewed");

    @Schedule(hour = "*", minute = "*", second = "30", persistent = false, info = "key epochs")
    public void goOn() {
        rounds.attempt(() -> {
            rotation.goOn(log::accounts);
            log.catchUp();
        });
    }
}
