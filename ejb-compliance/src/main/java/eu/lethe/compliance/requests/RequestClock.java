package eu.lethe.compliance.requests;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a request stands against the time limits of Art. 12(3) GDPR.
 *
 * @param receivedAt when it was written down
 * @param receivedOn the day it reached the company, from which the time counts
 * @param dueOn the last day for the answer, extension and pauses included
 * @param daysLeft until that day, negative after it; null once the request is closed
 * @param paused whether the clock waits for proof of identity
 * @param extended whether the limit is three months already
 */
public record RequestClock(
        Instant receivedAt,
        LocalDate receivedOn,
        LocalDate dueOn,
        @Nullable Long daysLeft,
        boolean paused,
        boolean overdue,
        boolean extended,
        @Nullable Instant closedAt) {}
