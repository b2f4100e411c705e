package eu.lethe.server.launcher;

import eu.lethe.server.supervision.Home;
import eu.lethe.server.supervision.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** What the machine must offer before anything is started. */
final class Machine {

    private static final long MEBI = 1024L * 1024;
    private static final long DISK_NEEDED = 2_000;
    private static final long PAYARA_NEEDS = 900;
    private static final long SEARCH_NEEDS = 450;
    private static final long POSTGRES_NEEDS = 150;

    private Machine() {}

    static long memoryNeeded(boolean application, boolean search, boolean postgres) {
        return (application ? PAYARA_NEEDS : 0) + (search ? SEARCH_NEEDS : 0) + (postgres ? POSTGRES_NEEDS : 0);
    }

    static void requireMemory(long mebibytes, OptionalLong free) {
        if (free.isPresent() && free.getAsLong() < mebibytes) {
            throw new Refusal(
                    "About " + mebibytes + " MB of free memory are needed to start, and only " + free.getAsLong()
                            + " MB are free: end other programs, or move a part to another machine (lethe.db.url, "
                            + "lethe.opensearch.url).");
        }
    }

    static void requireDisk(Home home) {
        try {
            long free = Files.getFileStore(home.root()).getUsableSpace() / MEBI;
            if (free < DISK_NEEDED) {
                throw new Refusal("About " + DISK_NEEDED + " MB of free disk space are needed in " + home.root()
                        + ", and only " + free + " MB are free: make room, or choose another --home.");
            }
        } catch (IOException unknown) {
            throw new Refusal("The free disk space of " + home.root() + " cannot be read.", unknown);
        }
    }

    /** The free memory in MB: the kernel's estimate, or what the container's limit leaves, whichever is less. */
    static OptionalLong freeMemory() {
        OptionalLong kernel = available(Path.of("/proc/meminfo"));
        OptionalLong limit = number(Path.of("/sys/fs/cgroup/memory.max"));
        OptionalLong used = number(Path.of("/sys/fs/cgroup/memory.current"));
        if (limit.isEmpty() || used.isEmpty()) {
            return kernel;
        }
        long left = (limit.getAsLong() - used.getAsLong()) / MEBI;
        return OptionalLong.of(Math.min(left, kernel.orElse(left)));
    }

    private static OptionalLong available(Path meminfo) {
        try {
            return Files.readAllLines(meminfo).stream()
                    .filter(line -> line.startsWith("MemAvailable:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst();
        } catch (IOException notLinux) {
            return OptionalLong.empty();
        }
    }

    private static OptionalLong number(Path file) {
        try {
            return OptionalLong.of(Long.parseLong(Files.readString(file).strip()));
        } catch (IOException | NumberFormatException noLimit) {
            return OptionalLong.empty();
        }
    }
}
