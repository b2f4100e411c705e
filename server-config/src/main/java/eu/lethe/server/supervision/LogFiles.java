package eu.lethe.server.supervision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Keeps a child's log from growing for ever: at each start, a log over 10 MB makes room for a new one. */
final class LogFiles {

    private static final long LIMIT = 10L * 1024 * 1024;
    private static final int KEPT = 3;

    private LogFiles() {}

    static void rotate(Path log) throws IOException {
        if (!Files.exists(log) || Files.size(log) < LIMIT) {
            return;
        }
        for (int number = KEPT - 1; number >= 1; number--) {
            Path older = numbered(log, number);
            if (Files.exists(older)) {
                Files.move(older, numbered(log, number + 1), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.move(log, numbered(log, 1), StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path numbered(Path log, int number) {
        return log.resolveSibling(log.getFileName() + "." + number);
    }
}
