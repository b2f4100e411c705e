package eu.lethe.compliance.restrictions;

import eu.lethe.compliance.kernel.AccountId;
import java.util.UUID;

/** Says that a person's data may be processed again. */
public record RestrictionLifted(AccountId account, UUID subject) {}
