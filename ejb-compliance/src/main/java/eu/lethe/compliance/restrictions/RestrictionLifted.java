package eu.lethe.compliance.restrictions;

import eu.lethe.compliance.kernel.AccountId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says that a person's data may be processed again.
 *
 * @param request the subject request that had restricted it
 */
public record RestrictionLifted(
        AccountId account, UUID subject, @Nullable UUID request) {}
