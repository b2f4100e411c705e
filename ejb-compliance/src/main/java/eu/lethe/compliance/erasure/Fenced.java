package eu.lethe.compliance.erasure;

import eu.lethe.compliance.kernel.AccountId;
import java.util.UUID;

/**
 * Says on every node that a person was fenced a moment ago: whoever holds something about them in memory drops it, and a stream
 * to them ends. May be said more than once. Observe it with {@code during = TransactionPhase.AFTER_SUCCESS}.
 */
public record Fenced(AccountId account, UUID subject) {}
