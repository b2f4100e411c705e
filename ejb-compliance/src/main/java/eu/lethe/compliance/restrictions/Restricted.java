package eu.lethe.compliance.restrictions;

import eu.lethe.compliance.kernel.AccountId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says that the processing of a person's data was restricted: whoever holds a copy to search or send removes it. Observe it
 * {@code during = TransactionPhase.AFTER_SUCCESS}, or within the transaction for an outbox entry.
 *
 * @param request the subject request it answers
 */
public record Restricted(
        AccountId account, UUID subject, @Nullable UUID request) {}
