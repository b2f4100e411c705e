package eu.lethe.compliance.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Logs and temporary files of the server: searched after an erasure for words and ids that should never have got there. */
@ApplicationScoped
public class ServerFiles {

    @Inject
    @ConfigProperty(name = "lethe.erasure.searched-folders")
    Optional<String> folders;

    /**
     * What stands where.
     *
     * @param whole whether every file of every folder was read; false too if nobody said which folders there are
     */
    record Sightings(boolean whole, Map<String, Set<Path>> places) {

        Sightings of(Collection<String> wanted) {
            var those = new HashMap<>(places);
            those.keySet().retainAll(wanted);
            return new Sightings(whole, those);
        }

        Set<Path> files() {
            var files = new HashSet<Path>();
            places.values().forEach(files::addAll);
            return files;
        }
    }

    /** Reads every file once for all of these words. */
    Sightings with(Collection<String> wanted) {
        List<Path> named = Stream.of(folders.orElse("").split(","))
                .filter(name -> !name.isBlank())
                .map(name -> Path.of(name.strip()))
                .toList();
        var search = new FileSearch(new WordSearch(wanted));
        search.whole = !named.isEmpty() && named.stream().allMatch(Files::isDirectory);
        try {
            for (Path folder : named) {
                Files.walkFileTree(folder, search);
            }
        } catch (IOException unreadable) {
            search.whole = false;
        }
        return new Sightings(search.whole, search.places);
    }

    /** What cannot be read is no error: it makes the search incomplete. */
    private static final class FileSearch extends SimpleFileVisitor<Path> {

        private final WordSearch words;
        private final Map<String, Set<Path>> places = new HashMap<>();
        private boolean whole;

        FileSearch(WordSearch words) {
            this.words = words;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
                try (var in = Files.newInputStream(file)) {
                    words.in(in)
                            .forEach(word -> places.computeIfAbsent(word, first -> new HashSet<>())
                                    .add(file));
                } catch (IOException unreadable) {
                    missed(file);
                }
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
            missed(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException unreadable) {
            if (unreadable != null) {
                missed(folder);
            }
            return FileVisitResult.CONTINUE;
        }

        // What vanished while it was looked for holds nothing any more.
        private void missed(Path file) {
            if (Files.exists(file)) {
                whole = false;
            }
        }
    }
}
