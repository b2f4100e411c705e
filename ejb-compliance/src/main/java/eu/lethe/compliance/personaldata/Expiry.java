package eu.lethe.compliance.personaldata;

import java.time.Instant;

/**
 * What has outlived its retention period (SEED-L3).
 *
 * @param process whose data: {@code chat} until there are others
 * @param before the instant the anchor must lie before
 */
public record Expiry(String process, Anchor anchor, Instant before) {

    /** From when a retention period counts. */
    public enum Anchor {
        /** When the row was made. */
        CREATED,
        /** When something last happened in its conversation. */
        LAST_ACTIVITY,
        /** When the person last sent something, anywhere: a new submission extends everything (SEED-V26). */
        LAST_SUBMISSION
    }
}
