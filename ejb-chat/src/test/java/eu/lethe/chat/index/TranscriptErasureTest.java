package eu.lethe.chat.index;

import static eu.lethe.chat.index.TestTranscripts.NOW;
import static eu.lethe.chat.index.TestTranscripts.said;
import static eu.lethe.chat.index.TestTranscripts.somebody;
import static eu.lethe.chat.index.TestTranscripts.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.lethe.chat.index.TranscriptChange.Barred;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.stub.FaultProxy;
import eu.lethe.stub.FaultProxy.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** I5 and I6: what an erasure says of the index is true, whatever the index or the network does. */
@Tag("servers")
class TranscriptErasureTest {

    private final TestTranscripts straight = TestTranscripts.straight();
    private final Subject subject = somebody();
    private final AccountId account = subject.account();
    private final List<UUID> person = List.of(subject.id());

    @Test
    void removesAPersonAndNobodyElse() {
        var other = new Subject(account, UUID.randomUUID(), 1);
        straight.index.mustWrite(sentences(20));
        straight.index.mustWrite(List.of(said(other, "stays")));

        assertThat(straight.erasure.removePeople(account, person)).isEqualTo(20);
        assertThat(straight.erasure.count(account, person)).isZero();
        assertThat(straight.erasure.count(account, List.of(other.id()))).isOne();
        assertThat(straight.erasure.removePeople(account, person)).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"AWAY", "SLOW", "BUSY", "UNAVAILABLE"})
    void i5NeverTakesAnUnreachableIndexForAnEmptyOne(Fault fault) throws IOException {
        try (FaultProxy proxy = TestTranscripts.proxy()) {
            TestTranscripts search = TestTranscripts.through(proxy);
            straight.index.mustWrite(sentences(4));
            proxy.now(fault);

            assertThatThrownBy(() -> search.erasure.count(account, person)).isInstanceOf(IndexUnavailable.class);
            assertThatThrownBy(() -> search.erasure.removePeople(account, person))
                    .isInstanceOf(IndexUnavailable.class);
            assertThatThrownBy(() -> search.purge.purge(UUID.randomUUID())).isInstanceOf(IndexUnavailable.class);

            assertThat(straight.erasure.removePeople(account, person)).isEqualTo(4);
        }
    }

    @Test
    void i5NeverTakesHalfADeletionForAWholeOne() throws IOException {
        try (FaultProxy proxy = TestTranscripts.proxy()) {
            TestTranscripts search = TestTranscripts.through(proxy);
            straight.index.mustWrite(sentences(30));
            proxy.now(Fault.HALF);

            assertThatThrownBy(() -> search.erasure.removePeople(account, person))
                    .isInstanceOf(IndexUnavailable.class);

            assertThat(straight.erasure.count(account, person)).isBetween(1L, 29L);
            assertThat(straight.erasure.removePeople(account, person)).isBetween(1L, 29L);
        }
    }

    @Test
    void i5TellsWhichItemsOfABulkWereRefused() throws IOException {
        try (FaultProxy proxy = TestTranscripts.proxy()) {
            TestTranscripts search = TestTranscripts.through(proxy);
            straight.index.mustWrite(sentences(1));
            proxy.now(Fault.HALF);
            List<TranscriptChange> messages = sentences(10);

            assertThat(search.index.write(messages)).hasSize(5);
            assertThatThrownBy(() -> search.index.mustWrite(messages)).isInstanceOf(IndexUnavailable.class);
        }
    }

    @Test
    void i6ABulkThatArrivesAfterTheErasureChangesNothing() throws Exception {
        try (FaultProxy proxy = TestTranscripts.proxy()) {
            TestTranscripts search = TestTranscripts.through(proxy);
            straight.index.mustWrite(sentences(3));
            List<TranscriptChange> late = sentences(6);
            FaultProxy.Held held = proxy.holdNextBulkWith("Sentence");
            var writing = CompletableFuture.supplyAsync(() -> search.index.write(late));
            held.awaitCaught();
            assertThatThrownBy(writing::join).hasCauseInstanceOf(IndexUnavailable.class);

            straight.index.mustWrite(late.stream()
                    .map(change -> new Barred(change.message(), change.at(), version(), NOW))
                    .toList());
            assertThat(straight.erasure.removePeople(account, person)).isEqualTo(3);
            TestTranscripts.node().restart();

            assertThat(held.release()).contains("version_conflict_engine_exception");
            assertThat(straight.erasure.count(account, person)).isZero();
            straight.erasure.removeStubs(NOW.plusSeconds(1));
        }
    }

    @Test
    void i20LeavesNoWordOnTheDiskOnceItIsPurged() throws Exception {
        String canary = "kanarienvogel" + Long.toString(System.nanoTime(), 36);
        List<TranscriptChange> messages = new ArrayList<>(sentences(50));
        messages.add(said(subject, "My word is " + canary));
        straight.index.mustWrite(messages);
        straight.index.mustWrite(List.of(said(new Subject(account, UUID.randomUUID(), 1), "Somebody else.")));
        straight.erasure.count(account, person);
        assertThat(filesWith(canary)).isNotEmpty();

        straight.erasure.removePeople(account, person);
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        UUID erasure = UUID.randomUUID();
        boolean gone = straight.purge.purge(erasure);
        while (!gone && System.nanoTime() < end) {
            // Others are erased all the time: their deletions are not waited for.
            var next = somebody();
            straight.index.mustWrite(List.of(said(next, "Somebody who goes, too.")));
            straight.erasure.removePeople(next.account(), List.of(next.id()));
            Thread.sleep(500);
            gone = straight.purge.purge(erasure);
        }

        assertThat(gone).isTrue();
        assertThat(filesWith(canary)).isEmpty();
    }

    @Test
    void dropsAWeekThatHoldsNothingAnyMore() {
        var old = said(subject, UUID.randomUUID(), NOW.minus(Duration.ofDays(400)), "long ago");
        straight.index.mustWrite(List.of(old));
        String week = Weeks.alias(old.at());
        straight.erasure.removePeople(account, person);

        straight.purge.purge(UUID.randomUUID());

        assertThat(TestTranscripts.node().url().resolve("/" + week))
                .satisfies(address -> assertThat(status(address)).isEqualTo(404));
        assertThat(straight.index.write(List.of(said(subject, UUID.randomUUID(), old.at(), "again"))))
                .hasSize(1);
    }

    private List<TranscriptChange> sentences(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> (TranscriptChange) said(subject, "Sentence number " + i))
                .toList();
    }

    private static int status(java.net.URI address) {
        try {
            return ((java.net.HttpURLConnection) address.toURL().openConnection()).getResponseCode();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static List<Path> filesWith(String word) throws IOException {
        List<Path> found = new ArrayList<>();
        try (var files = Files.walk(TestTranscripts.node().data())) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(word)) {
                    found.add(file);
                }
            }
        } catch (java.io.UncheckedIOException merged) {
            return filesWith(word); // a file went while we looked
        }
        return found;
    }
}
