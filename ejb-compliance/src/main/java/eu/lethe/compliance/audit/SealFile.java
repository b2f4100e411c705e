package eu.lethe.compliance.audit;

import eu.lethe.compliance.proof.AuditSeal;
import eu.lethe.compliance.proof.BrokenProof;
import eu.lethe.compliance.proof.Signed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * The second place of the seals: a file, one signed seal a line, only ever appended to and flushed to the disk. Whoever changes
 * the database changes the log without changing this; whoever copies the file elsewhere now and then needs to trust neither.
 */
final class SealFile {

    private static final int TAIL = 1 << 16;

    private final Path file;

    SealFile(Path file) {
        this.file = file;
    }

    /** The last seal in the file, as it claims to be; empty if there is none. */
    Optional<Signed> head() {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return lastSeal(channel);
        } catch (NoSuchFileException nothingYet) {
            return Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Appends those seals that follow the last one; when this returns they are on the disk. */
    void append(List<Signed> seals) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (var channel = FileChannel.open(
                            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    var alone = channel.lock()) {
                assert alone.isValid();
                cutTornLine(channel);
                long head = lastSeal(channel).map(SealFile::id).orElse(0L);
                var lines = new StringBuilder();
                seals.stream()
                        .filter(seal -> id(seal) > head)
                        .forEach(seal -> lines.append(seal.text()).append('\n'));
                write(channel, lines.toString());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Every line, from the first. */
    BufferedReader lines() throws IOException {
        return Files.newBufferedReader(file, StandardCharsets.UTF_8);
    }

    boolean exists() {
        return Files.exists(file);
    }

    private static long id(Signed seal) {
        return AuditSeal.of(seal).id();
    }

    private static void write(FileChannel channel, String lines) throws IOException {
        var bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8));
        channel.position(channel.size());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }

    // A crash may leave half a line; its seal is still in the database and is written again.
    private static void cutTornLine(FileChannel channel) throws IOException {
        String tail = tail(channel);
        if (!tail.isEmpty() && !tail.endsWith("\n")) {
            int torn = tail.length() - tail.lastIndexOf('\n') - 1;
            channel.truncate(channel.size() - torn);
        }
    }

    // A line that was damaged is passed over: the check reports it, and the copy must go on.
    private static Optional<Signed> lastSeal(FileChannel channel) throws IOException {
        String[] lines = tail(channel).split("\n");
        for (int i = lines.length - 1; i >= 0; i--) {
            try {
                Signed seal = Signed.claimed(lines[i]);
                AuditSeal.of(seal);
                return Optional.of(seal);
            } catch (BrokenProof damaged) {
                continue;
            }
        }
        return Optional.empty();
    }

    // Seals hold nothing but ASCII, so a character is a byte.
    private static String tail(FileChannel channel) throws IOException {
        int size = (int) Math.min(channel.size(), TAIL);
        var bytes = ByteBuffer.allocate(size);
        long start = channel.size() - size;
        while (bytes.hasRemaining() && channel.read(bytes, start + bytes.position()) >= 0) {
            continue;
        }
        return new String(bytes.array(), StandardCharsets.US_ASCII);
    }
}
