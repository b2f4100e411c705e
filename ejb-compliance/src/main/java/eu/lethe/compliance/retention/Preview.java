package eu.lethe.compliance.retention;

import java.time.Instant;

/**
 * What a sweep would do now because of one period.
 *
 * @param before what is anchored before this goes
 * @param rows how many rows or documents of the store would go; 0 if it cannot be asked
 * @param reachable whether the store could be asked
 * @param held how many conversations stay because a legal hold is on them
 * @param restricted how many people are left alone because their data may only be stored
 */
public record Preview(
        Policy policy, String store, Instant before, long rows, boolean reachable, long held, long restricted) {}
