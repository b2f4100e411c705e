package eu.lethe.compliance.erasure;

import static java.lang.System.Logger.Level.WARNING;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets an operator see that an erasure survives a crash anywhere: when the file named by {@code lethe.drill.file} holds the name
 * of a point, the server process ends there as by {@code kill -9}, once. Without the setting nothing is ever looked at.
 */
@ApplicationScoped
public class Drill {

    private static final System.Logger LOG = System.getLogger(Drill.class.getName());
    private static final int KILLED = 137;

    @Inject
    @ConfigProperty(name = "lethe.drill.file")
    Optional<String> file;

    /** Ends the process if the file names this point. */
    public void at(String point) {
        if (isSetFor(point)) {
            halt(point);
        }
    }

    /** Whether the file names this point. */
    public boolean isSetFor(String point) {
        return file.isPresent() && point.equals(named());
    }

    void halt(String point) {
        try {
            // The next start must get past this point.
            Files.delete(Path.of(file.orElseThrow()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        LOG.log(WARNING, "Drill: halted at {0}", point);
        Runtime.getRuntime().halt(KILLED);
    }

    private String named() {
        try {
            Path path = Path.of(file.orElseThrow());
            return Files.exists(path) ? Files.readString(path).strip() : "";
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
