package eu.lethe.compliance.outbox;

import eu.lethe.compliance.kernel.AccountId;
import java.time.Duration;
import java.util.UUID;

/**
 * One claimed piece of work.
 *
 * @param attempts how often it was claimed, this time included
 */
public record Entry(UUID id, AccountId account, UUID entity, int attempts) {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /** Doubles with each failure up to five minutes; work is never given up. */
    Duration pause() {
        Duration doubled = Duration.ofSeconds(1L << Math.min(attempts - 1, 9));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
