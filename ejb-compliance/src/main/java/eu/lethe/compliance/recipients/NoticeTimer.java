package eu.lethe.compliance.recipients;

import eu.lethe.compliance.timers.Rounds;
import eu.lethe.compliance.timers.WhenOpen;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;

/** Goes on telling recipients that could not be reached, and notices those that stay silent. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@Interceptors(WhenOpen.class)
public class NoticeTimer {

    @Inject
    Notices notices;

    private final Rounds rounds = new Rounds(NoticeTimer.class, "Notices to recipients cannot be sent");

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false, info = "notices")
    public void send() {
        rounds.attempt(() -> {
            while (notices.sendDue()) {
                // Another twenty.
            }
        });
    }
}
