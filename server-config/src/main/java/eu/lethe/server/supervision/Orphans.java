package eu.lethe.server.supervision;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Children whose supervisor was killed. Java processes notice and end by themselves; PostgreSQL does not. A process is
 * ours only when the id we wrote down still belongs to a command line with our own data folder on it.
 */
final class Orphans {

    private static final long ORDERLY_SECONDS = 25;
    private static final long FORCED_SECONDS = 5;

    private final Home home;

    Orphans(Home home) {
        this.home = home;
    }

    void remember(Part part, long pid) throws IOException {
        Files.writeString(file(part), pid + "\n");
    }

    void stop(Part part) {
        Optional<ProcessHandle> orphan =
                remembered(part).flatMap(ProcessHandle::of).filter(process -> ours(part, process));
        orphan.ifPresent(process -> {
            part.askToStop(process);
            if (!ended(process, ORDERLY_SECONDS)) {
                process.destroyForcibly();
                ended(process, FORCED_SECONDS);
            }
        });
    }

    private Path file(Part part) {
        return home.folder("run").resolve(part.shortName() + ".pid");
    }

    private Optional<Long> remembered(Part part) {
        try {
            return Optional.of(Long.valueOf(Files.readString(file(part)).strip()));
        } catch (IOException | NumberFormatException nothing) {
            return Optional.empty();
        }
    }

    private static boolean ours(Part part, ProcessHandle process) {
        return process.isAlive() && commandLine(process).contains(part.mark().toString());
    }

    private static String commandLine(ProcessHandle process) {
        try { // ProcessHandle leaves out command lines it finds too long
            byte[] line = Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
            return new String(line, StandardCharsets.UTF_8).replace('\0', ' ');
        } catch (IOException notLinux) {
            return process.info().commandLine().orElse("");
        }
    }

    private static boolean ended(ProcessHandle process, long seconds) {
        try {
            process.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException still) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
