package eu.lethe.server.supervision;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** Passwords nobody has to choose: made once, kept in the home folder where only the owner can read them. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;

    private final Path file;
    private final Properties secrets = new Properties();

    public Secrets(Path home) {
        file = home.resolve("secrets.properties");
        if (!Files.exists(file)) {
            return;
        }
        try (Reader reader = Files.newBufferedReader(file)) {
            secrets.load(reader);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The secret of this name; the first time it is asked for it is made up and written down. */
    public synchronized String of(String name) {
        String known = secrets.getProperty(name);
        if (known != null) {
            return known;
        }
        String made = random();
        secrets.setProperty(name, made);
        save();
        return made;
    }

    private void save() {
        StringWriter text = new StringWriter();
        try {
            secrets.store(
                    text, "Made by Lethe's launcher. With these and the data next to them everything can be read.");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        Home.writePrivately(file, text.toString());
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
