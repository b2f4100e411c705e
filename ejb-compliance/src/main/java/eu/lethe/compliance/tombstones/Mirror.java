package eu.lethe.compliance.tombstones;

import static java.lang.System.Logger.Level.WARNING;

import eu.lethe.compliance.vault.KeyRing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The tombstones in a file outside the databases, appended and flushed to the disk before any row is deleted: after a restore of
 * the databases it still knows who was forgotten. Each line carries a code under a key of the key store, so that a line torn by
 * a crash or changed by hand is not taken for one of ours.
 */
@ApplicationScoped
public class Mirror {

    private static final System.Logger LOG = System.getLogger(Mirror.class.getName());
    private static final int LONGEST_LINE = 1000;
    private static final String PURPOSE = "tombstone-mirror";

    @Inject
    KeyRing keys;

    @Inject
    @ConfigProperty(name = "lethe.tombstones.file")
    Optional<String> file;

    private final Set<String> known = new HashSet<>();
    private boolean read;
    private long size;
    private volatile int damaged;

    /** Whether a file is configured; without one nothing notices a restored backup. */
    public boolean isKept() {
        return file.isPresent();
    }

    public boolean exists() {
        return file.isPresent() && Files.exists(path());
    }

    /** How many lines of the file are not ours, apart from one at its end that a crash tore. */
    public int damaged() {
        return damaged;
    }

    /** Whether the file is gone or shorter than it was: somebody deleted it or put an older one in its place. */
    public synchronized boolean isShort() {
        return file.isPresent() && read && length() < size;
    }

    /** Adds those the file does not have yet; when this returns they are on the disk. */
    public synchronized void keep(List<Tombstone> tombstones) {
        List<Tombstone> lacking = lacking(tombstones);
        if (!lacking.isEmpty()) {
            var lines = new StringBuilder();
            for (Tombstone tombstone : lacking) {
                String line = tombstone.line();
                lines.append(line).append(' ').append(code(line)).append('\n');
            }
            append(lines.toString());
            lacking.forEach(tombstone -> known.add(tombstone.line()));
        }
    }

    /** Those of the tombstones that the file does not have. */
    public synchronized List<Tombstone> lacking(List<Tombstone> tombstones) {
        if (file.isEmpty()) {
            return List.of();
        }
        if (!read || isShort()) {
            all();
        }
        return tombstones.stream()
                .filter(tombstone -> !known.contains(tombstone.line()))
                .toList();
    }

    /** What the file holds; lines that are not ours are left out. */
    public synchronized List<Tombstone> all() {
        var found = new ArrayList<Tombstone>();
        known.clear();
        int others = 0;
        if (exists()) {
            List<String> lines = lines();
            for (int i = 0; i < lines.size(); i++) {
                String line = verified(lines.get(i));
                if (line.isEmpty()) {
                    boolean torn = i == lines.size() - 1 && !endsWithLine();
                    others += torn ? 0 : 1;
                } else if (known.add(line)) {
                    found.add(Tombstone.of(line));
                }
            }
        }
        if (others > damaged) {
            LOG.log(WARNING, "{0} lines of the mirror are damaged or not ours and are passed over", others);
        }
        damaged = others;
        size = length();
        read = true;
        return found;
    }

    private String verified(String entry) {
        int end = entry.lastIndexOf(' ');
        String line = end < 0 ? "" : entry.substring(0, end);
        return !line.isEmpty() && entry.substring(end + 1).equals(code(line)) ? line : "";
    }

    private void append(String lines) {
        try {
            Files.createDirectories(path().toAbsolutePath().getParent());
            try (var channel = FileChannel.open(
                            path(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    var alone = channel.lock()) {
                var bytes = ByteBuffer.wrap((endLine(channel) + lines).getBytes(StandardCharsets.US_ASCII));
                channel.position(channel.size());
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
                size = channel.size();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    // A line torn by a crash must not swallow the next one: it goes, and what it was to say is written again. One that
    // lacks
    // its end only gets it.
    private String endLine(FileChannel channel) throws IOException {
        long end = endOfLastLine(channel);
        var tail = ByteBuffer.allocate((int) Math.min(channel.size() - end, LONGEST_LINE));
        channel.read(tail, end);
        if (!verified(new String(tail.array(), StandardCharsets.ISO_8859_1)).isEmpty()) {
            return "\n";
        }
        channel.truncate(end);
        return "";
    }

    private boolean endsWithLine() {
        try (var channel = FileChannel.open(path(), StandardOpenOption.READ)) {
            return endOfLastLine(channel) == channel.size();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static long endOfLastLine(FileChannel channel) throws IOException {
        var one = ByteBuffer.allocate(1);
        long end = channel.size();
        while (end > 0) {
            one.clear();
            channel.read(one, end - 1);
            if (one.get(0) == '\n') {
                return end;
            }
            end--;
        }
        return 0;
    }

    // Any byte is a character here: a disk may leave anything in a file after a crash, and reading it must not fail.
    private List<String> lines() {
        try {
            return Files.readAllLines(path(), StandardCharsets.ISO_8859_1);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private long length() {
        try {
            return file.isEmpty() ? 0 : Files.size(path());
        } catch (NoSuchFileException none) {
            return 0;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String code(String line) {
        return HexFormat.of().formatHex(keys.mac(PURPOSE, line.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private Path path() {
        return Path.of(file.orElseThrow());
    }
}
