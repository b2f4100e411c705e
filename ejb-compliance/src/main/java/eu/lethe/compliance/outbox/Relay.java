package eu.lethe.compliance.outbox;

import static java.lang.System.Logger.Level.WARNING;

import eu.lethe.compliance.timers.Rounds;
import eu.lethe.compliance.timers.WhenOpen;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Duration;

/**
 * Hands what is due to its consumer, on every node, without a transaction around the consumer. A topic whose consumer keeps
 * failing is left alone for this round, so that a store that is down does not hold up the others.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@Interceptors(WhenOpen.class)
public class Relay {

    private static final System.Logger LOG = System.getLogger(Relay.class.getName());
    private static final int BATCH = 20;
    private static final int BATCHES_PER_ROUND = 50;
    private static final int PATIENCE = 3;

    @Inject
    Claims claims;

    @Inject
    @Any
    Instance<OutboxConsumer> consumers;

    private final Rounds rounds = new Rounds(Relay.class, "The outbox cannot be read");

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false, info = "outbox")
    public void deliver() {
        rounds.attempt(() -> consumers.forEach(this::drain));
    }

    private void drain(OutboxConsumer consumer) {
        for (int batch = 0; batch < BATCHES_PER_ROUND; batch++) {
            var entries = claims.next(consumer.topic(), BATCH);
            int failures = 0;
            for (Entry entry : entries) {
                if (failures >= PATIENCE) {
                    claims.later(entry, entry.pause(), "NotTried");
                } else if (!handle(consumer, entry)) {
                    failures++;
                }
            }
            if (entries.size() < BATCH || failures > 0) {
                return;
            }
        }
    }

    private boolean handle(OutboxConsumer consumer, Entry entry) {
        try {
            consumer.handle(entry.account(), entry.entity());
        } catch (RuntimeException failed) {
            Duration pause = entry.pause();
            LOG.log(
                    WARNING,
                    "{0} of {1} failed with {2}, again in {3}",
                    consumer.topic(),
                    entry.entity(),
                    failed.getClass().getSimpleName(),
                    pause);
            claims.later(entry, pause, failed.getClass().getSimpleName());
            return false;
        }
        claims.done(entry);
        return true;
    }
}
