package eu.lethe.compliance.vault;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HashMap;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;

/** The PKCS#12 file that holds the keys no database ever sees. */
final class KeyFile {

    private static final String EPOCH = "epoch-";
    private static final String MASTER = "codes";

    private final Path file;
    private final char[] password;

    KeyFile(Path file, String password) {
        this.file = file;
        this.password = password.toCharArray();
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** Makes the file with the first epoch; one that somebody else made in the meantime is left as it is and opened. */
    Keys create() {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            // Readable by its owner only; linked to its name when complete, so nobody ever sees half a key store.
            Path draft = Files.createTempFile(folder, "keys", ".new");
            try {
                write(draft);
                Files.createLink(file, draft);
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
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (var in = Files.newInputStream(file)) {
                store.load(in, password);
            }
            return read(store);
        } catch (IOException wrongPasswordOrFile) {
            throw new VaultUnavailable(
                    "The key store " + file + " cannot be opened: check lethe.keys.file and lethe.keys.password ("
                            + wrongPasswordOrFile + ").");
        } catch (GeneralSecurityException broken) {
            throw new VaultUnavailable("The key store " + file + " cannot be read: " + broken + ".");
        }
    }

    private void write(Path draft) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, password);
        var protection = new KeyStore.PasswordProtection(password);
        store.setEntry(EPOCH + 1, new KeyStore.SecretKeyEntry(newKey()), protection);
        store.setEntry(MASTER, new KeyStore.SecretKeyEntry(newKey()), protection);
        try (var out = Files.newOutputStream(draft)) {
            store.store(out, password);
        }
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
