package eu.lethe.compliance.tombstones;

import eu.lethe.compliance.vault.KeyRing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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

    private static final String PURPOSE = "tombstone-mirror";

    @Inject
    KeyRing keys;

    @Inject
    @ConfigProperty(name = "lethe.tombstones.file")
    Optional<String> file;

    private final Set<String> known = new HashSet<>();
    private boolean read;

    /** Whether a file is configured; without one nothing notices a restored backup. */
    public boolean isKept() {
        return file.isPresent();
    }

    /** Adds those the file does not have yet; when this returns they are on the disk. */
    public synchronized void keep(List<Tombstone> tombstones) {
        if (file.isEmpty()) {
            return;
        }
        if (!read) {
            all();
        }
        var lines = new StringBuilder();
        var added = new ArrayList<String>();
        for (Tombstone tombstone : tombstones) {
            String line = tombstone.line();
            if (!known.contains(line)) {
                lines.append(line).append(' ').append(code(line)).append('\n');
                added.add(line);
            }
        }
        if (!added.isEmpty()) {
            append(lines.toString());
            known.addAll(added);
        }
    }

    /** What the file holds; lines that are not ours are left out. */
    public synchronized List<Tombstone> all() {
        var found = new ArrayList<Tombstone>();
        if (file.isPresent() && Files.exists(path())) {
            for (String entry : lines()) {
                int end = entry.lastIndexOf(' ');
                String line = end < 0 ? "" : entry.substring(0, end);
                if (!line.isEmpty() && entry.substring(end + 1).equals(code(line))) {
                    known.add(line);
                    found.add(Tombstone.of(line));
                }
            }
        }
        read = true;
        return found;
    }

    private void append(String lines) {
        try {
            Files.createDirectories(path().toAbsolutePath().getParent());
            try (var channel = FileChannel.open(
                            path(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    var alone = channel.lock()) {
                // A line torn by a crash must not swallow the next one.
                boolean torn = channel.size() > 0 && lastByte(channel) != '\n';
                var bytes = ByteBuffer.wrap(((torn ? "\n" : "") + lines).getBytes(StandardCharsets.US_ASCII));
                channel.position(channel.size());
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static byte lastByte(FileChannel channel) throws IOException {
        var last = ByteBuffer.allocate(1);
        channel.read(last, channel.size() - 1);
        return last.get(0);
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(path(), StandardCharsets.US_ASCII);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String code(String line) {
        return HexFormat.of().formatHex(keys.mac(PURPOSE, line.getBytes(StandardCharsets.US_ASCII)));
    }

    private Path path() {
        return Path.of(file.orElseThrow());
    }
}
