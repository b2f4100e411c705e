package eu.lethe.compliance.tombstones;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.vault.KeyRing;
import eu.lethe.compliance.vault.RealKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file that knows who was forgotten, torn, cut, deleted or changed. */
class MirrorTest {

    @TempDir
    private Path folder;

    private final Tombstone first = tombstone(1);
    private final Tombstone second = tombstone(2);
    private final Tombstone third = tombstone(3);
    private KeyRing keys;
    private Path file;
    private Mirror mirror;

    @BeforeEach
    void keepTwo() {
        keys = RealKeys.in(folder);
        file = folder.resolve("proof").resolve("tombstones");
        mirror = started();
        mirror.keep(List.of(first, second));
    }

    private Mirror started() {
        var started = new Mirror();
        started.keys = keys;
        started.file = Optional.of(file.toString());
        return started;
    }

    private static Tombstone tombstone(long seq) {
        var token = HexFormat.of().formatHex(Tombstone.tokenOf(UUID.randomUUID()));
        var at = Instant.parse("2026-11-22T10:00:00Z");
        return new Tombstone(seq, AccountId.random(), Tombstone.Kind.SUBJECT, token, UUID.randomUUID(), at);
    }

    @Test
    void knowsAfterARestartWhatWasKept() {
        assertThat(started().all()).containsExactly(first, second);
        assertThat(started().damaged()).isZero();
    }

    @Test
    void keepsNothingTwice() throws IOException {
        long size = Files.size(file);
        mirror.keep(List.of(first, second));
        started().keep(List.of(second));
        assertThat(file).hasSize(size);
    }

    @Test
    void aLineTornByACrashIsWrittenAgain() throws IOException {
        for (int cut = 2; cut < 200; cut += 33) {
            byte[] whole = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(whole, whole.length - cut));
            Mirror restarted = started();

            assertThat(restarted.all()).as("cut by %d", cut).containsExactly(first);
            assertThat(restarted.damaged()).as("a torn line is no forgery").isZero();
            assertThat(restarted.lacking(List.of(first, second))).containsExactly(second);
            restarted.keep(List.of(first, second));
            assertThat(Files.readAllBytes(file)).isEqualTo(whole);
        }
    }

    @Test
    void aLineThatLacksOnlyItsEndCounts() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));
        Mirror restarted = started();
        assertThat(restarted.all()).containsExactly(first, second);
        restarted.keep(List.of(third));
        assertThat(started().all()).containsExactly(first, second, third);
        assertThat(started().damaged()).isZero();
    }

    @Test
    void startsWhateverTheDiskLeftInTheFile() throws IOException {
        var rubbish = new byte[] {0, (byte) 0xff, (byte) 0xc3, ' ', (byte) 0x80, '\n', 0, 0, (byte) 0xe2};
        Files.write(file, rubbish, StandardOpenOption.APPEND);
        Mirror restarted = started();
        assertThat(restarted.all()).containsExactly(first, second);
        assertThat(restarted.damaged()).isEqualTo(1);
        restarted.keep(List.of(third));
        assertThat(started().all()).containsExactly(first, second, third);
    }

    @Test
    void aLineChangedByHandIsNotOurs() throws IOException {
        String text = Files.readString(file, StandardCharsets.US_ASCII);
        Files.writeString(file, text.replaceFirst(first.token(), "0".repeat(64)));
        Mirror restarted = started();
        assertThat(restarted.all()).containsExactly(second);
        assertThat(restarted.damaged()).isEqualTo(1);
        assertThat(restarted.lacking(List.of(first, second))).containsExactly(first);
    }

    @Test
    void noticesThatTheFileIsGoneAndMakesItAgain() throws IOException {
        assertThat(mirror.isShort()).isFalse();
        Files.delete(file);
        assertThat(mirror.isShort()).isTrue();
        assertThat(mirror.lacking(List.of(first, second))).containsExactly(first, second);
        mirror.keep(List.of(first, second, third));
        assertThat(mirror.isShort()).isFalse();
        assertThat(started().all()).containsExactly(first, second, third);
    }

    @Test
    void noticesAnOlderCopyInItsPlace() throws IOException {
        byte[] old = Files.readAllBytes(file);
        mirror.keep(List.of(third));
        Files.write(file, old);
        assertThat(mirror.isShort()).isTrue();
        mirror.keep(List.of(first, second, third));
        assertThat(started().all()).containsExactly(first, second, third);
    }

    @Test
    void isNotAskedForWithoutAFile() {
        mirror.file = Optional.empty();
        assertThat(mirror.isKept()).isFalse();
        assertThat(mirror.all()).isEmpty();
        assertThat(mirror.lacking(List.of(first))).isEmpty();
        mirror.keep(List.of(first));
        assertThat(mirror.isShort()).isFalse();
    }
}
