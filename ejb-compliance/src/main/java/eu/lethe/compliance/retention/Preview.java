package eu.lethe.compliance.retention;

import eu.lethe.compliance.personaldata.Expiry.Anchor;
import java.time.Instant;

/**
 * What a sweep would do now.
 *
 * @param before what is anchored before this goes
 * @param rows how many rows or documents would go
 * @param held how many conversations stay because a legal hold is on them
 * @param restricted how many people are left alone because their data may only be stored
 */
public record Preview(
        String process,
        String store,
        RetentionPeriod period,
        Anchor anchor,
        Instant before,
        long rows,
        long held,
        long restricted) {}
