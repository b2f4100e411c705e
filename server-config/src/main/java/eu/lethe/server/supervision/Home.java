package eu.lethe.server.supervision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The one folder Lethe keeps everything in. One supervisor at a time works in it. */
public record Home(Path root) {

    public static Home at(String folder) {
        Path root = Path.of(folder).toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            Path file = Files.createTempFile(root, "write", ".check");
            Files.delete(file);
        } catch (IOException refused) {
            throw new Refusal("The home folder " + root + " cannot be written: " + refused.getMessage() + ".", refused);
        }
        return new Home(root);
    }

    public Path folder(String name) {
        try {
            return Files.createDirectories(root.resolve(name));
        } catch (IOException refused) {
            throw new Refusal("The folder " + name + " cannot be made in " + root + ".", refused);
        }
    }

    public Path log(String name) {
        return folder("logs").resolve(name + ".log");
    }

    /** Held until this process ends, however it ends. */
    public FileLock lock() {
        Path file = folder("run").resolve("lock");
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                String holder = Files.readString(file).strip();
                channel.close();
                throw new Refusal("Another one already runs with " + root + " (process " + holder
                        + "): stop that one first, or give this one another --home.");
            }
            channel.truncate(0);
            channel.write(StandardCharsets.UTF_8.encode(
                    Long.toString(ProcessHandle.current().pid())));
            return lock;
        } catch (IOException failure) {
            throw new Refusal("The file " + file + " cannot be locked: " + failure.getMessage() + ".", failure);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException ours) {
            return null;
        }
    }

    /** Writes a file that only its owner can read, from its first byte on, and never half of it. */
    public static void writePrivately(Path file, String content) {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(draft);
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, content);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static void deleteTree(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static void copyTree(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path path : files.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
