package eu.lethe.chat.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SourceTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final Source source = Source.of(
            UUID.randomUUID(),
            UUID.randomUUID(),
            SourceKind.WEBSITE,
            "example.com",
            "https://example.com/",
            "auto",
            NOW);

    @Test
    void waitsUntilSomebodyTakesIt() {
        assertThat(state()).isEqualTo(SourceState.WAITING);
    }

    @Test
    void refusesARunThatDoesNotHoldIt() {
        assertThatThrownBy(() -> source.mustBeHeldBy(UUID.randomUUID())).isInstanceOf(RunOver.class);
    }

    @Test
    void isReadyOnlyWhenNothingWaitsForTheIndex() {
        source.failed("http-503", NOW);
        assertThat(state()).isEqualTo(SourceState.FAILED);
        assertThat(view().problem()).isEqualTo("http-503");

        source.fetched(true, NOW.plusSeconds(9));
        assertThat(state()).isEqualTo(SourceState.READY);
        assertThat(view().problem()).isNull();
        assertThat(view().syncedAt()).isEqualTo(NOW.plusSeconds(9));
    }

    @Test
    void waitsAgainWhenAskedToSynchroniseAgain() {
        source.fetched(true, NOW);
        source.resync();

        assertThat(state()).isEqualTo(SourceState.WAITING);
    }

    private SourceState state() {
        return view().state();
    }

    private KnowledgeBase.SourceView view() {
        return source.view(SourceFigures.NONE);
    }
}
