package eu.lethe.compliance.recipients;

import static java.lang.System.Logger.Level.WARNING;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Goes on telling recipients that could not be reached, and notices those that stay silent. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NoticeTimer {

    private static final System.Logger LOG = System.getLogger(NoticeTimer.class.getName());

    @Inject
    ErasureNotices notices;

    private boolean down;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false, info = "erasure-notices")
    public void send() {
        try {
            while (notices.sendDue()) {
                // Another twenty.
            }
            down = false;
        } catch (RuntimeException failed) {
            // The timer must go on: the notices are still there and the next round tries again.
            if (!down) {
                LOG.log(WARNING, "Notices of erasure cannot be sent", failed);
            }
            down = true;
        }
    }
}
