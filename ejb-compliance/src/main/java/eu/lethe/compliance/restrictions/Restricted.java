package eu.lethe.compliance.restrictions;

import eu.lethe.compliance.kernel.AccountId;
import java.util.UUID;

/**
 * Says that the processing of a person's data was restricted: whoever holds a copy to search or send removes it. Observe it
 * {@code during = TransactionPhase.AFTER_SUCCESS}, or within the transaction for an outbox entry.
 */
public record Restricted(AccountId account, UUID subject) {}
