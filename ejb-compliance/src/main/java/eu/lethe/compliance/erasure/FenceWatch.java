package eu.lethe.compliance.erasure;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Hears within a second of people who were fenced on another node, and says so on this one. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FenceWatch {

    // Longer than a transaction lasts: what commits late was written with an earlier time.
    private static final Duration WINDOW = Duration.ofMinutes(2);

    @Inject
    RecentFences fences;

    @Inject
    Event<Fenced> fenced;

    @Inject
    Clock clock;

    private final Map<UUID, Instant> said = new HashMap<>();
    private boolean down;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false, info = "fences")
    public void listen() {
        Instant since = clock.instant().minus(WINDOW);
        try {
            for (Fenced one : fences.since(since)) {
                if (said.put(one.subject(), clock.instant()) == null) {
                    fenced.fire(one);
                }
            }
            said.values().removeIf(at -> at.isBefore(since.minus(WINDOW)));
            down = false;
        } catch (RuntimeException unreachable) {
            if (!down) {
                System.getLogger(FenceWatch.class.getName())
                        .log(System.Logger.Level.WARNING, "The fences cannot be read", unreachable);
            }
            down = true;
        }
    }
}
