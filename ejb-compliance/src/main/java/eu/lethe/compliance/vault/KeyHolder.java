package eu.lethe.compliance.vault;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.SortedMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Opens the key store once and keeps its keys in memory. A new one is made only while the vault has never been sealed with
 * another: a lost key store must stop the application, not be replaced by an empty one. As long as it is not open, each use
 * tries again, so putting the file back is enough.
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
    private String lastReason = "";

    /**
     * The open key store.
     *
     * @throws VaultUnavailable as long as the key store is missing, wrong or cannot be checked
     */
    public Keys keys() {
        Keys open = keys;
        return open != null ? open : openOnce();
    }

    private synchronized Keys openOnce() {
        if (keys != null) {
            return keys;
        }
        try {
            Keys opened = open();
            LOG.log(INFO, "The key store is open, epoch {0}", opened.epoch());
            keys = opened;
            return opened;
        } catch (VaultUnavailable unavailable) {
            if (!unavailable.reason().equals(lastReason)) {
                LOG.log(ERROR, unavailable.reason());
                lastReason = unavailable.reason();
            }
            throw unavailable;
        }
    }

    private Keys open() {
        var store = new KeyFile(
                Path.of(file.orElseThrow(
                        () -> new VaultUnavailable("lethe.keys.file is not set: name the key store."))),
                password.orElseThrow(() -> new VaultUnavailable("lethe.keys.password is not set.")));
        SortedMap<Integer, byte[]> known = epochs.known();
        if (!store.exists() && !known.isEmpty()) {
            throw new VaultUnavailable("The vault holds keys, but the key store " + file.get()
                    + " that opens them is missing: put it back from its backup.");
        }
        Keys opened = store.exists() ? store.open() : store.create();
        epochs.add(opened.fingerprints());
        mustMatch(epochs.known(), opened.fingerprints());
        return opened;
    }

    private void mustMatch(SortedMap<Integer, byte[]> known, SortedMap<Integer, byte[]> held) {
        known.forEach((epoch, fingerprint) -> {
            if (!MessageDigest.isEqual(fingerprint, held.get(epoch))) {
                throw new VaultUnavailable(
                        "The key store " + file.orElse("") + " is not the one the vault was sealed with" + " (epoch "
                                + epoch + "): put the right file in place.");
            }
        });
    }
}
