package eu.lethe.compliance.restrictions;

import eu.lethe.compliance.kernel.AccountId;
import java.util.Set;
import java.util.UUID;

/** Says, within the transaction, that nothing of these people is under this hold any more: an erasure that waited goes on. */
public record HoldReleased(AccountId account, UUID hold, Set<UUID> subjects) {}
