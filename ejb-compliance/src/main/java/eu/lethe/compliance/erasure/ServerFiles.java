package eu.lethe.compliance.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Logs and temporary files of the server: searched after an erasure for words that should never have got there. */
@ApplicationScoped
public class ServerFiles {

    @Inject
    @ConfigProperty(name = "lethe.erasure.searched-folders")
    Optional<String> folders;

    /** Whether somebody said where the files are; if nobody did, they count as not verified. */
    boolean areKnown() {
        return folders.isPresent();
    }

    /** How many files hold one of the words. */
    long mentioning(Set<String> words) {
        if (words.isEmpty()) {
            return 0;
        }
        return Stream.of(folders.orElse("").split(","))
                .filter(name -> !name.isBlank())
                .map(name -> Path.of(name.strip()))
                .filter(Files::isDirectory)
                .mapToLong(folder -> mentioning(folder, words))
                .sum();
    }

    private static long mentioning(Path folder, Set<String> words) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> holds(file, words))
                    .count();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    // Byte for byte as Latin-1, so that no file is refused; the words are turned into the same bytes.
    private static boolean holds(Path file, Set<String> words) {
        List<String> wanted = words.stream()
                .map(word -> new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                .toList();
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            return reader.lines().anyMatch(line -> wanted.stream().anyMatch(line::contains));
        } catch (IOException gone) {
            // A temporary file that vanished while it was looked at holds nothing any more.
            if (Files.exists(file)) {
                throw new UncheckedIOException(gone);
            }
            return false;
        }
    }
}
