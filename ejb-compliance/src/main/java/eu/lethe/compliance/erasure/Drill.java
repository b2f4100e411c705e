package eu.lethe.compliance.erasure;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets an operator see that an erasure survives anything anywhere: when the file named by {@code lethe.drill.file} holds the name
 * of a point, the server process ends there as by {@code kill -9}, once. With {@code pause} before the name it waits there, says
 * {@code paused} in the file, and goes on when the file is gone. The log names the points as they are passed. Without the
 * setting nothing is ever looked at.
 */
@ApplicationScoped
public class Drill {

    private static final System.Logger LOG = System.getLogger(Drill.class.getName());
    private static final int KILLED = 137;
    private static final String PAUSE = "pause ";
    private static final String PAUSED = "paused ";
    private static final long LOOK_AGAIN_MILLIS = 50;

    @Inject
    @ConfigProperty(name = "lethe.drill.file")
    Optional<String> file;

    /** Ends the process if the file names this point, or waits if it says so. */
    public void at(String point) {
        if (isSetFor(point)) {
            halt(point);
        } else if (file.isPresent() && said().equals(PAUSE + point)) {
            pause(point);
        }
    }

    /** Whether the file names this point. */
    public boolean isSetFor(String point) {
        if (file.isEmpty()) {
            return false;
        }
        LOG.log(INFO, "Drill: passing {0}", point);
        return said().equals(point);
    }

    void halt(String point) {
        try {
            // The next start must get past this point.
            Files.delete(path());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        LOG.log(WARNING, "Drill: halted at {0}", point);
        Runtime.getRuntime().halt(KILLED);
    }

    private void pause(String point) {
        try {
            Files.writeString(path(), PAUSED + point);
            while (said().equals(PAUSED + point)) {
                Thread.sleep(LOOK_AGAIN_MILLIS);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private String said() {
        try {
            return Files.readString(path()).strip();
        } catch (NoSuchFileException nothing) {
            return "";
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Path path() {
        return Path.of(file.orElseThrow());
    }
}
