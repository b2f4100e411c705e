package eu.lethe.compliance.calls;

import eu.lethe.compliance.timers.Rounds;
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

    @Inject
    Calls calls;

    private final Rounds rounds = new Rounds(CallTimer.class, "Old idempotency keys cannot be dropped");

    @Schedule(hour = "*", minute = "23", persistent = false, info = "idempotency keys")
    public void dropOld() {
        rounds.attempt(calls::dropOld);
    }
}
