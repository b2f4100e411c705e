package eu.lethe.compliance.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the search of logs and temporary files finds, and what it owns up to not having read. */
class ServerFilesTest {

    private static final int BLOCK = 1 << 16;

    @TempDir
    private Path folder;

    @Test
    void findsWordsAndIdsThatStandByThemselvesInUpperOrLowerCase() throws IOException {
        UUID id = UUID.randomUUID();
        Files.writeString(folder.resolve("a.log"), "INFO <ANNA@example.org> said Markdown");
        Files.writeString(Files.createDirectory(folder.resolve("old")).resolve("b.log"), "id=" + id + "\nSäämark");

        var found = searched(folder.toString()).with(Set.of("anna@example.org", "mark", id.toString(), "Säämark"));

        assertThat(found.whole()).isTrue();
        assertThat(found.places()).containsOnlyKeys("anna@example.org", id.toString(), "Säämark");
        assertThat(found.of(List.of(id.toString())).files()).containsExactly(folder.resolve("old/b.log"));
        assertThat(found.of(List.of("mark")).files()).isEmpty();
    }

    @Test
    void findsAWordAcrossTheEdgeOfABlockInALineThatNeverEnds() throws IOException {
        String word = "kanarienvogel@example.org";
        for (int before = BLOCK - 60; before < BLOCK + 60; before++) {
            String text = "-".repeat(before) + word + "-".repeat(BLOCK);
            var stream = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            assertThat(new WordSearch(Set.of(word, "nowhere")).in(stream))
                    .as("after %d bytes", before)
                    .containsExactly(word);
            var part = new ByteArrayInputStream(text.replace(word, "x" + word).getBytes(StandardCharsets.UTF_8));
            assertThat(new WordSearch(Set.of(word)).in(part))
                    .as("part of another word after %d bytes", before)
                    .isEmpty();
        }
    }

    @Test
    void doesNotCallAFolderSearchedThatIsNotThere() throws IOException {
        Files.writeString(folder.resolve("a.log"), "anna@example.org");

        var found = searched(folder + ", " + folder.resolve("nowhere")).with(Set.of("anna@example.org"));

        assertThat(found.whole()).isFalse();
        assertThat(found.files()).hasSize(1);
        assertThat(searched("").with(Set.of("anna")).whole())
                .as("nobody named one")
                .isFalse();
    }

    @Test
    void goesOnPastAFileItMayNotRead() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.log"), "anna@example.org");
        Files.setPosixFilePermissions(secret, Set.of());
        Files.writeString(folder.resolve("z.log"), "anna@example.org");

        var found = searched(folder.toString()).with(Set.of("anna@example.org"));

        assertThat(found.files()).contains(folder.resolve("z.log"));
        // Whoever may read everything reads this one, too.
        assertThat(found.whole()).isEqualTo(Files.isReadable(secret));
    }

    private static ServerFiles searched(String folders) {
        var files = new ServerFiles();
        files.folders = Optional.of(folders);
        return files;
    }
}
