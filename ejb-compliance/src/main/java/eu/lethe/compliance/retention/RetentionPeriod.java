package eu.lethe.compliance.retention;

import java.time.Duration;
import java.time.Instant;

/**
 * How long something is kept: 7 to 720 days of 24 hours each, or never at all. A day is not a calendar's day, so neither
 * daylight saving nor a leap day moves an end.
 */
public record RetentionPeriod(int days) implements Comparable<RetentionPeriod> {

    public static final int SHORTEST = 7;
    public static final int LONGEST = 720;

    /** What would be kept is not even written (SEED-L3). */
    public static final RetentionPeriod NEVER_STORED = new RetentionPeriod(0);

    public RetentionPeriod {
        if (days != 0 && (days < SHORTEST || days > LONGEST)) {
            throw new InvalidPeriod();
        }
    }

    public boolean isNeverStored() {
        return days == 0;
    }

    /** The first instant at which what counts from the anchor may go. */
    public Instant endFrom(Instant anchor) {
        return anchor.plus(Duration.ofDays(days));
    }

    /** What is anchored before this has outlived the period. */
    public Instant expiredBefore(Instant now) {
        return now.minus(Duration.ofDays(days));
    }

    @Override
    public int compareTo(RetentionPeriod other) {
        return Integer.compare(days, other.days);
    }
}
