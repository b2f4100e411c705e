package eu.lethe.compliance.reminders;

import eu.lethe.compliance.timers.Rounds;
import eu.lethe.compliance.timers.WhenOpen;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;

/** Looks now and then whether somebody has to be reminded. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@Interceptors(WhenOpen.class)
public class ReminderTimer {

    @Inject
    Reminders reminders;

    private final Rounds rounds = new Rounds(ReminderTimer.class, "Nobody can be reminded of what waits");

    @Schedule(hour = "*", minute = "*", second = "*/20", persistent = false, info = "reminders")
    public void remind() {
        rounds.attempt(() -> reminders.waiting().forEach(reminders::remind));
    }
}
