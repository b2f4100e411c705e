package eu.lethe.compliance.erasure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an erasure stands.
 *
 * @param heldUp RETRY_WAIT, NEEDS_OPERATOR or PARTIAL_HELD, or null if it goes on
 * @param certificate the id under which the certificate is public, from CERTIFIED on
 */
public record Progress(
        UUID job,
        Scope scope,
        Cause cause,
        @Nullable UUID request,
        Phase phase,
        @Nullable String heldUp,
        Instant fencedAt,
        @Nullable Instant deletedAt,
        @Nullable Instant verifiedAt,
        @Nullable Instant certifiedAt,
        @Nullable Instant nextAt,
        int attempts,
        UUID certificate,
        List<Step> steps) {

    /** One step of it. */
    public record Step(
            String store,
            Action action,
            StepState state,
            @Nullable Long found,
            long removed,
            @Nullable Long remaining,
            int tries,
            @Nullable String error,
            String method,
            @Nullable Instant doneAt) {}

    /** A part of the list, newest first. */
    public record Page(List<Progress> rows, long total) {}
}
