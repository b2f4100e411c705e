package eu.lethe.compliance.vault;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Opens the key store and keeps its keys in memory. A new one is made only while the vault has never been sealed with another: a
 * lost key store must stop the application, not be replaced by an empty one. As long as it is not open, each use tries again, so
 * putting the file back is enough. Nodes share the file, or get a copy of it: an epoch that another node has begun is found by
 * reading it again.
 */
@ApplicationScoped
class KeyHolder {

    private static final System.Logger LOG = System.getLogger(KeyHolder.class.getName());

    @Inject
    @ConfigProperty(name = "lethe.keys.file")
    Optional<String> file;

    @Inject
    @ConfigProperty(name = "lethe.keys.password")
    Optional<String> password;

    @Inject
    Epochs epochs;

    private volatile @Nullable Keys keys;
    private @Nullable Object stamp;
    private String lastReason = "";

    /**
     * The open key store.
     *
     * @throws VaultUnavailable as long as the key store is missing, wrong or cannot be checked
     */
    public Keys keys() {
        Keys open = keys;
        return open != null ? open : lookAgain();
    }

    /** The open key store, read again if it does not hold the epoch: another node may have begun it. */
    public Keys keysOf(int epoch) {
        Keys open = keys();
        return open.holds(epoch) ? open : lookAgain();
    }

    /** Reads the key store again if it is not as it was; one that does not fit any more leaves those keys in use that did. */
    public synchronized Keys lookAgain() {
        Keys before = keys;
        try {
            KeyFile store = store();
            Object now = store.stamp();
            if (before != null && now.equals(stamp)) {
                return before;
            }
            Keys opened = open(store);
            if (before == null || before.epoch() != opened.epoch()) {
                LOG.log(INFO, "The key store is open, epoch {0}", opened.epoch());
            }
            // What is made by opening it is read once more the next time.
            stamp = now;
            keys = opened;
            lastReason = "";
            return opened;
        } catch (VaultUnavailable unavailable) {
            if (!unavailable.reason().equals(lastReason)) {
                LOG.log(ERROR, unavailable.reason());
                lastReason = unavailable.reason();
            }
            if (before == null) {
                throw unavailable;
            }
            return before;
        }
    }

    /** The keys with those of one more epoch, on the disk; one that a crash kept from the vault is taken first. */
    synchronized Keys withNextEpoch(List<Epoch> known) {
        Keys opened = store().open();
        mustMatch(known, opened);
        int newest = Epoch.newest(known).map(Epoch::number).orElse(0);
        return opened.epoch() > newest ? opened : store().add(newest + 1);
    }

    /** Destroys those of the keys that the key store holds. */
    synchronized void without(Set<Integer> destroyed) {
        Keys opened = store().open();
        if (destroyed.stream().anyMatch(opened::holds) && !destroyed.contains(opened.epoch())) {
            store().remove(destroyed);
        }
    }

    private KeyFile store() {
        return new KeyFile(
                Path.of(file.orElseThrow(
                        () -> new VaultUnavailable("lethe.keys.file is not set: name the key store."))),
                password.orElseThrow(() -> new VaultUnavailable("lethe.keys.password is not set.")));
    }

    private Keys open(KeyFile store) {
        List<Epoch> known = epochs.known();
        if (!store.exists() && !known.isEmpty()) {
            throw new VaultUnavailable("The vault holds keys, but the key store " + file.orElse("")
                    + " that opens them is missing: put it back from its backup.");
        }
        Keys opened = store.exists() ? store.open() : store.create();
        mustMatch(known, opened);
        epochs.add(opened.fingerprints());
        mustMatch(epochs.known(), opened);
        return opened;
    }

    private void mustMatch(List<Epoch> known, Keys opened) {
        var held = opened.fingerprints();
        for (Epoch epoch : known) {
            byte[] fingerprint = held.get(epoch.number());
            if (fingerprint != null && !MessageDigest.isEqual(epoch.fingerprint(), fingerprint)) {
                throw new VaultUnavailable("The key store " + file.orElse("")
                        + " is not the one the vault was sealed with (epoch " + epoch.number()
                        + "): put the right file in place.");
            }
            if (fingerprint == null && !epoch.isDestroyed() && epochs.isUsed(epoch.number())) {
                throw new VaultUnavailable(epoch.number() > opened.epoch() ? older(epoch) : tooOld(epoch));
            }
        }
    }

    private String older(Epoch epoch) {
        return "The key store " + file.orElse("") + " is older than the vault, it has no key of epoch " + epoch.number()
                + ": put its latest copy in place.";
    }

    private static String tooOld(Epoch epoch) {
        return "The vault was restored from a backup that cannot be opened any more, since the key of epoch "
                + epoch.number() + " is destroyed: restore a newer backup of the vault.";
    }
}
