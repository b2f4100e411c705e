package eu.lethe.compliance.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Slows guessing down where it happens: each browser or network that tries at a member's login waits for its own failures, so
 * that nobody keeps the member waiting. In memory, for an hour after the last try, and nowhere else.
 */
@ApplicationScoped
class Pauses {

    private static final int FREE_ATTEMPTS = 3;
    private static final int DOUBLINGS = 6;
    private static final long LONGEST_SECONDS = 60;
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private record Tries(int failed, @Nullable Instant until, Instant last) {}

    private final Map<String, Tries> places = new HashMap<>();

    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    protected Pauses() {}

    @Inject
    Pauses(Clock clock) {
        this.clock = clock;
    }

    /** Until when to wait after so many failures, the first of which are free: longer and longer, never more than a minute. */
    static @Nullable Instant after(int failures, int free, Instant now) {
        if (failures < free) {
            return null;
        }
        return now.plusSeconds(Math.min(1L << Math.min(failures - free, DOUBLINGS), LONGEST_SECONDS));
    }

    /** Counts an attempt from a place. @return whether its password may be looked at */
    synchronized boolean attempt(String place) {
        Instant now = clock.instant();
        places.values().removeIf(tries -> tries.last().plus(REMEMBERED).isBefore(now));
        Tries before = places.get(place);
        if (before != null && before.until() != null && now.isBefore(before.until())) {
            return false;
        }
        int failed = before == null ? 1 : before.failed() + 1;
        places.put(place, new Tries(failed, after(failed, FREE_ATTEMPTS, now), now));
        return true;
    }

    /** Somebody got in from there. */
    synchronized void forget(String place) {
        places.remove(place);
    }
}
