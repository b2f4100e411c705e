package eu.lethe.dashboard.pages;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.chat.knowledge.KnowledgeBase.SourceView;
import eu.lethe.chat.knowledge.SourceKind;
import eu.lethe.chat.knowledge.SourceState;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KnowingTest {

    @Test
    void countsRefusedDocumentsAsDealtWith() {
        assertThat(Knowing.progress(source(SourceState.SYNCING, 200, 40, 10))).isEqualTo(25);
    }

    @Test
    void isDoneWhenNothingWasFoundAndNothingRuns() {
        assertThat(Knowing.progress(source(SourceState.READY, 0, 0, 0))).isEqualTo(100);
        assertThat(Knowing.progress(source(SourceState.WAITING, 0, 0, 0))).isZero();
    }

    @Test
    void watchesOnlyWhatIsAtWork() {
        assertThat(Knowing.isRunning(source(SourceState.WAITING, 0, 0, 0))).isTrue();
        assertThat(Knowing.isRunning(source(SourceState.SYNCING, 0, 0, 0))).isTrue();
        assertThat(Knowing.isRunning(source(SourceState.READY, 1, 1, 0))).isFalse();
        assertThat(Knowing.isRunning(source(SourceState.FAILED, 0, 0, 0))).isFalse();
    }

    private static SourceView source(SourceState state, int documents, int indexed, int refused) {
        var at = Instant.parse("2026-03-01T12:00:00Z");
        return new SourceView(
                UUID.randomUUID(),
                UUID.randomUUID(),
                SourceKind.WEBSITE,
                "name",
                "",
                "en",
                state,
                documents,
                indexed,
                refused,
                0,
                null,
                at,
                null);
    }
}
