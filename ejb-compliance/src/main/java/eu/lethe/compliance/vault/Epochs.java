package eu.lethe.compliance.vault;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * The epochs of wrapping keys, in the vault and in the key store. Whoever changes them is alone, on all nodes; a process that dies
 * at any point leaves a key store that opens everything the vault holds.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Epochs {

    // Clocks of several nodes may differ; what is further ahead was made while a clock was wrong.
    private static final Duration SKEW = Duration.ofHours(1);

    @Resource(lookup = "jdbc/lethe-vault")
    DataSource vault;

    @Inject
    KeyHolder holder;

    @Inject
    Clock clock;

    public List<Epoch> known() {
        try (var connection = vault.getConnection()) {
            return new EpochLedger(connection).epochs();
        } catch (SQLException broken) {
            throw Vault.unreachable(broken);
        }
    }

    /** Whether a key is wrapped under the epoch. */
    public boolean isUsed(int epoch) {
        try (var connection = vault.getConnection()) {
            return new EpochLedger(connection).isUsed(epoch);
        } catch (SQLException broken) {
            throw Vault.unreachable(broken);
        }
    }

    /** Keeps the fingerprints of epochs the vault has not seen; those it has stay as they are. */
    public void add(SortedMap<Integer, byte[]> fingerprints) {
        try (var connection = vault.getConnection()) {
            var ledger = new EpochLedger(connection);
            for (var print : fingerprints.entrySet()) {
                ledger.add(print.getKey(), print.getValue(), clock.instant());
            }
        } catch (SQLException broken) {
            throw Vault.unreachable(broken);
        }
    }

    /** Begins a new epoch if the newest is this old: first in the key store, on the disk, then in the vault. @return whether it did */
    public boolean rotate(Duration period) {
        try (var connection = vault.getConnection()) {
            var ledger = new EpochLedger(connection);
            if (!ledger.isAlone() || !isDue(ledger.epochs(), period)) {
                return false;
            }
            Keys grown = holder.withNextEpoch(ledger.epochs());
            for (var print : grown.fingerprints().entrySet()) {
                ledger.add(print.getKey(), print.getValue(), clock.instant());
            }
            return true;
        } catch (SQLException broken) {
            throw Vault.unreachable(broken);
        }
    }

    /**
     * Gives up epochs that ended this long ago and that no key is wrapped under. Their keys are still in the key store:
     * {@link #clear}.
     *
     * @return their numbers
     */
    public List<Integer> giveUp(Duration keep) {
        try (var connection = vault.getConnection()) {
            var ledger = new EpochLedger(connection);
            var gone = new ArrayList<Integer>();
            if (ledger.isAlone()) {
                List<Epoch> epochs = ledger.epochs();
                for (Epoch epoch : epochs) {
                    if (isOver(epoch, epochs, keep) && ledger.destroy(epoch.number(), clock.instant())) {
                        gone.add(epoch.number());
                    }
                }
            }
            return gone;
        } catch (SQLException broken) {
            throw Vault.unreachable(broken);
        }
    }

    /** Takes the keys of given-up epochs out of this node's key store. */
    public void clear() {
        try (var connection = vault.getConnection()) {
            var ledger = new EpochLedger(connection);
            if (ledger.isAlone()) {
                holder.without(ledger.epochs().stream()
                        .filter(Epoch::isDestroyed)
                        .map(Epoch::number)
                        .collect(Collectors.toSet()));
            }
        } catch (SQLException broken) {
            throw Vault.unreachable(broken);
        }
    }

    private boolean isDue(List<Epoch> epochs, Duration period) {
        Instant now = clock.instant();
        return Epoch.newest(epochs)
                .map(Epoch::madeAt)
                .filter(made -> !made.plus(period).isAfter(now) || made.isAfter(now.plus(SKEW)))
                .isPresent();
    }

    private boolean isOver(Epoch epoch, List<Epoch> epochs, Duration keep) {
        return !epoch.isDestroyed()
                && epoch.retiredAt(epochs)
                        .filter(retired -> !retired.plus(keep).isAfter(clock.instant()))
                        .isPresent();
    }
}
