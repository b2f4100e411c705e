package eu.lethe.compliance.alerts;

import java.time.Instant;

/**
 * Matters of one sort that wait for a person.
 *
 * @param count how many, at least one
 * @param oldest when the oldest began to wait; of requests the last day for an answer that is nearest or longest past
 */
public record Alert(Matter matter, long count, Instant oldest) {

    /** What it is that waits, the most urgent first. */
    public enum Matter {
        /** The last day for an answer is over (Art. 12(3) GDPR). */
        REQUEST_OVERDUE,
        /** An erasure stopped: somebody has to look. */
        ERASURE_STOPPED,
        /** An erasure has no certificate a day after its fence. */
        ERASURE_LATE,
        /** A recipient has not confirmed that they were told. */
        RECIPIENT_SILENT,
        /** At most a week is left for an answer. */
        REQUEST_DUE_SOON,
        /** The proof of identity that was asked for does not come: the clock would wait for ever (Art. 12(2) GDPR). */
        REQUEST_UNPROVED
    }
}
