package eu.lethe.compliance.vault;

import static java.lang.System.Logger.Level.DEBUG;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * The PKCS#12 file that holds the keys no database ever sees. It is only ever replaced as a whole, by a file that is complete and
 * on the disk: whoever opens it, whenever, and whatever has crashed, finds the old keys or the new ones.
 */
final class KeyFile {

    private static final System.Logger LOG = System.getLogger(KeyFile.class.getName());
    private static final String EPOCH = "epoch-";
    private static final String MASTER = "codes";

    private final Path file;
    private final char[] password;

    KeyFile(Path file, String password) {
        this.file = file;
        this.password = password.toCharArray();
    }

    /** A change of the keys, made on the store as it is on the disk now. */
    private interface Change {
        void of(KeyStore store) throws GeneralSecurityException;
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** What tells one state of the file from another without opening it. */
    Object stamp() {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return List.of(attributes.lastModifiedTime(), attributes.size(), String.valueOf(attributes.fileKey()));
        } catch (IOException missing) {
            return "none";
        }
    }

    /** Makes the file with the first epoch; one that somebody else made in the meantime is left as it is and opened. */
    Keys create() {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            // Readable by its owner only; linked to its name when complete, so nobody ever sees half a key store.
            Path draft = Files.createTempFile(folder, "keys", ".new");
            try {
                KeyStore store = KeyStore.getInstance("PKCS12");
                store.load(null, password);
                store.setEntry(EPOCH + 1, new KeyStore.SecretKeyEntry(newKey()), protection());
                store.setEntry(MASTER, new KeyStore.SecretKeyEntry(newKey()), protection());
                write(store, draft);
                Files.createLink(file, draft);
                flushFolder(folder);
            } catch (FileAlreadyExistsException made) {
                return open();
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException | GeneralSecurityException broken) {
            throw new VaultUnavailable("The key store " + file + " cannot be created: " + broken + ".");
        }
        return open();
    }

    Keys open() {
        try {
            return read(load(file));
        } catch (IOException wrongPasswordOrFile) {
            throw new VaultUnavailable(
                    "The key store " + file + " cannot be opened: check lethe.keys.file and lethe.keys.password ("
                            + wrongPasswordOrFile + ").");
        } catch (GeneralSecurityException broken) {
            throw new VaultUnavailable("The key store " + file + " cannot be read: " + broken + ".");
        }
    }

    /** Adds the key of an epoch; on the disk when this returns. */
    Keys add(int epoch) {
        return replace(store -> {
            if (!store.containsAlias(EPOCH + epoch)) {
                store.setEntry(EPOCH + epoch, new KeyStore.SecretKeyEntry(newKey()), protection());
            }
        });
    }

    /** Destroys the keys of epochs; the other keys stay. */
    Keys remove(Collection<Integer> epochs) {
        return replace(store -> {
            for (int epoch : epochs) {
                store.deleteEntry(EPOCH + epoch);
            }
        });
    }

    // The lock is for nodes that share the file: none may put back what another has just replaced.
    private Keys replace(Change change) {
        try {
            Path target = file.toRealPath();
            try (var channel = FileChannel.open(
                            beside(target, ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var alone = channel.lock()) {
                KeyStore store = load(target);
                change.of(store);
                read(store);
                // One name for every attempt, so that what a crash leaves behind is overwritten and not kept for ever.
                Path draft = draft(target);
                write(store, draft);
                Keys written = read(load(draft));
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                flushFolder(target.getParent());
                return written;
            }
        } catch (IOException | GeneralSecurityException broken) {
            throw new VaultUnavailable("The key store " + file + " cannot be changed: " + broken + ".");
        }
    }

    private static Path draft(Path target) throws IOException {
        Path draft = beside(target, ".new");
        Files.deleteIfExists(draft);
        Path mine = Files.createTempFile(target.getParent(), "keys", ".new");
        var posix = Files.getFileAttributeView(mine, PosixFileAttributeView.class);
        if (posix != null) {
            posix.setPermissions(Files.getPosixFilePermissions(target));
        }
        return Files.move(mine, draft);
    }

    private static Path beside(Path target, String suffix) {
        return target.resolveSibling(target.getFileName() + suffix);
    }

    private KeyStore load(Path from) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(from)) {
            store.load(in, password);
        }
        return store;
    }

    private void write(KeyStore store, Path draft) throws IOException, GeneralSecurityException {
        try (var out = Files.newOutputStream(draft)) {
            store.store(out, password);
        }
        flush(draft);
    }

    private static void flush(Path written) throws IOException {
        try (var channel = FileChannel.open(written, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    // The file is whole without it; after a power cut it might still bear its old name. Not every system can do it.
    private static void flushFolder(@Nullable Path folder) {
        try {
            if (folder != null) {
                flush(folder);
            }
        } catch (IOException notHere) {
            LOG.log(DEBUG, "Folder {0} cannot be flushed", folder);
        }
    }

    private KeyStore.PasswordProtection protection() {
        return new KeyStore.PasswordProtection(password);
    }

    private Keys read(KeyStore store) throws GeneralSecurityException {
        var epochs = new HashMap<Integer, SecretKey>();
        for (String alias : Collections.list(store.aliases())) {
            if (alias.startsWith(EPOCH)) {
                epochs.put(Integer.valueOf(alias.substring(EPOCH.length())), (SecretKey) store.getKey(alias, password));
            }
        }
        var master = (SecretKey) store.getKey(MASTER, password);
        if (epochs.isEmpty() || master == null) {
            throw new VaultUnavailable("The file " + file + " is a key store, but not one made by Lethe.");
        }
        return new Keys(epochs, master);
    }

    static SecretKey newKey() {
        try {
            KeyGenerator generator = KeyGenerator.getInstance("AES");
            generator.init(256);
            return generator.generateKey();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
