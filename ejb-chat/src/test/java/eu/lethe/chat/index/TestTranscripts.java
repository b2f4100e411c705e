package eu.lethe.chat.index;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.stub.FaultProxy;
import eu.lethe.stub.StubSearch;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A real OpenSearch for all tests of this module, and what speaks to it without a container. */
final class TestTranscripts {

    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    static final int PATIENCE_SECONDS = 2;

    private static final AtomicLong VERSION = new AtomicLong(1);
    private static @Nullable StubSearch node;

    final TranscriptIndex index;
    final TranscriptErasure erasure;
    final TranscriptPurge purge;

    private TestTranscripts(URI url, int patienceSeconds) {
        OpenSearch openSearch =
                new OpenSearch(url.toString(), Optional.empty(), Optional.empty(), Optional.empty(), patienceSeconds);
        Weeks weeks = new Weeks(openSearch);
        index = new TranscriptIndex(openSearch, weeks);
        erasure = new TranscriptErasure(openSearch);
        purge = new TranscriptPurge(openSearch, weeks, Clock.systemUTC());
    }

    static synchronized StubSearch node() {
        StubSearch running = node;
        if (running == null) {
            Path built =
                    Path.of("..", "server-config", "target").toAbsolutePath().normalize();
            try {
                running = StubSearch.start(
                        built.resolve("lethe").resolve("opensearch"),
                        built.resolve("classes"),
                        Files.createTempDirectory(
                                Files.createDirectories(Path.of("target").toAbsolutePath()), "search"));
                node = running;
            } catch (IOException failed) {
                throw new IllegalStateException(failed);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
        return running;
    }

    static TestTranscripts straight() {
        return new TestTranscripts(node().url(), 60);
    }

    static TestTranscripts through(FaultProxy proxy) {
        return new TestTranscripts(proxy.url(), PATIENCE_SECONDS);
    }

    static FaultProxy proxy() throws IOException {
        try (var socket = new java.net.ServerSocket(0)) {
            int port = socket.getLocalPort();
            socket.close();
            return FaultProxy.to(node().url(), port, Duration.ofSeconds(PATIENCE_SECONDS + 1));
        }
    }

    static Subject somebody() {
        return new Subject(AccountId.random(), UUID.randomUUID(), 1);
    }

    static TranscriptChange.Said said(Subject subject, String text) {
        return said(subject, UUID.randomUUID(), NOW, text);
    }

    static TranscriptChange.Said said(Subject subject, UUID conversation, Instant at, String text) {
        return new TranscriptChange.Said(UUID.randomUUID(), at, version(), subject, conversation, "en", text);
    }

    static long version() {
        return VERSION.getAndIncrement();
    }
}
