package eu.lethe.compliance.vault;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The time for which one key wraps all others.
 *
 * @param fingerprint recognises the epoch's key without revealing it
 * @param destroyedAt when the key was given up for good
 */
public record Epoch(
        int number,
        byte[] fingerprint,
        Instant madeAt,
        @Nullable Instant destroyedAt) {

    boolean isDestroyed() {
        return destroyedAt != null;
    }

    static Optional<Epoch> newest(Collection<Epoch> epochs) {
        return epochs.stream().max(Comparator.comparingInt(Epoch::number));
    }

    /** When the next epoch began; empty as long as this is the newest. */
    Optional<Instant> retiredAt(Collection<Epoch> epochs) {
        // The earliest, so that an epoch made while the clock was ahead does not put the end off.
        return epochs.stream()
                .filter(other -> other.number() > number)
                .map(Epoch::madeAt)
                .min(Comparator.naturalOrder());
    }
}
