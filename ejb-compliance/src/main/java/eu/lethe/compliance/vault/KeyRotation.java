package eu.lethe.compliance.vault;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import eu.lethe.compliance.kernel.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Replaces the key that wraps all others now and then, and destroys the one before: after that, a backup of the vault from that
 * time opens only together with a copy of the key store from that time. Can be interrupted anywhere; the next round goes on.
 */
@ApplicationScoped
public class KeyRotation {

    private static final System.Logger LOG = System.getLogger(KeyRotation.class.getName());
    private static final int BITE = 1000;

    @Inject
    KeyHolder holder;

    @Inject
    Epochs epochs;

    @Inject
    Rewraps rewraps;

    /** How long one epoch lasts; nothing ever changes with {@code PT0S}. */
    @Inject
    @ConfigProperty(name = "lethe.keys.epoch", defaultValue = "P7D")
    Duration period;

    @Inject
    @ConfigProperty(name = "lethe.keys.keep", defaultValue = "P7D")
    Duration keep;

    private int stuck;

    /**
     * What an operator wants to know.
     *
     * @param next when the next epoch begins; empty for never
     * @param oldest the oldest epoch whose key still exists
     * @param held whether this node's key store has the newest
     */
    public record State(int newest, Optional<Instant> next, int oldest, boolean held) {}

    /** One round: a new epoch if it is time, older keys wrapped under it, older epochs destroyed that nothing needs. */
    public void goOn(Supplier<List<AccountId>> accounts) {
        holder.lookAgain();
        if (!period.isZero() && epochs.rotate(period)) {
            holder.lookAgain();
            LOG.log(INFO, "Epoch {0} begins", holder.keys().epoch());
        }
        if (rewraps.isAnyLeft()) {
            rewrap(accounts.get());
        }
        epochs.giveUp(keep).forEach(gone -> LOG.log(INFO, "The key of epoch {0} is destroyed", gone));
        epochs.clear();
        holder.lookAgain();
    }

    public State state() {
        List<Epoch> known = epochs.known();
        int newest = Epoch.newest(known).map(Epoch::number).orElse(0);
        return new State(
                newest,
                Epoch.newest(known)
                        .map(Epoch::madeAt)
                        .filter(made -> !period.isZero())
                        .map(made -> made.plus(period)),
                known.stream()
                        .filter(epoch -> !epoch.isDestroyed())
                        .mapToInt(Epoch::number)
                        .min()
                        .orElse(newest),
                holder.keys().holds(newest));
    }

    /** When no key that was shredded at this time can be had from a backup of the vault any more; empty if epochs never end. */
    public Optional<Instant> endOfBackupsFrom(Instant time) {
        return period.isZero()
                ? Optional.empty()
                : Optional.of(time.plus(period).plus(keep));
    }

    private void rewrap(List<AccountId> accounts) {
        long wrapped = 0;
        int left = 0;
        var bite = new Rewraps.Bite(Rewraps.Position.START, BITE, 0);
        while (bite.taken() == BITE) {
            bite = rewraps.next(bite.last(), accounts, BITE);
            wrapped += bite.taken() - bite.stuck();
            left += bite.stuck();
        }
        if (wrapped > 0) {
            LOG.log(
                    INFO,
                    "{0} keys are wrapped under epoch {1}",
                    wrapped,
                    holder.keys().epoch());
        }
        if (left != stuck) {
            LOG.log(WARNING, "{0} keys belong to no account and stay as they are, with the epoch they need", left);
            stuck = left;
        }
    }
}
