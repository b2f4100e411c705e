package eu.lethe.compliance.outbox;

import eu.lethe.compliance.kernel.AccountId;
import java.util.UUID;

/** Does the work an outbox entry stands for. Runs without a transaction, at least once per entry, so it must be idempotent. */
public interface OutboxConsumer {

    /** The topic whose entries this consumer takes, for example {@code index-remove-document}. */
    String topic();

    /** @throws RuntimeException to have the entry tried again later, with growing pauses */
    void handle(AccountId account, UUID entity);
}
