package eu.lethe.server.supervision;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A server that runs as a child process: how it is started, known to be ready, and asked to stop. */
public interface Part {

    String name();

    /** Put in order before every start, also after a crash. */
    void prepare() throws IOException;

    List<String> command();

    /** Added to the environment the child inherits, which holds nothing of Lethe's otherwise. */
    Map<String, String> environment();

    /** The log file's name, which is also the name of the file that keeps the process id. */
    String shortName();

    /** A path on the command line that makes the process ours and nobody else's. */
    Path mark();

    boolean ready();

    Duration patience();

    /** How often a start that fails at once is tried again, before Lethe gives up. */
    default int retries() {
        return 0;
    }

    /** Whether the process takes the end of its standard input as the end of the supervisor, and stops. */
    default boolean endsWithItsInput() {
        return true;
    }

    /** Asks the process to end in order. */
    default void askToStop(ProcessHandle process) {
        process.destroy();
    }
}
