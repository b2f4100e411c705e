package eu.lethe.compliance.erasure;

import eu.lethe.compliance.timers.Rounds;
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
import org.jspecify.annotations.Nullable;

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

    private final Map<Fenced, Instant> said = new HashMap<>();
    private @Nullable Instant heard;
    private final Rounds rounds = new Rounds(FenceWatch.class, "The fences cannot be read");

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false, info = "fences")
    public void listen() {
        rounds.attempt(this::sayWhoIsFenced);
    }

    // Since the last time it worked: a node that was frozen, or without the database, has longer to hear of.
    private void sayWhoIsFenced() {
        Instant now = clock.instant();
        Instant since = (heard == null ? now : heard).minus(WINDOW);
        for (Fenced one : fences.since(since)) {
            if (said.put(one, now) == null) {
                fenced.fire(one);
            }
        }
        heard = now;
        said.values().removeIf(at -> at.isBefore(since.minus(WINDOW)));
    }
}
