package eu.lethe.chat.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DocumentTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final UUID ACCOUNT = UUID.randomUUID();

    private final Document document = Document.at(
            Source.of(ACCOUNT, UUID.randomUUID(), SourceKind.WEBSITE, "n", "https://example.com/", "auto", NOW),
            ACCOUNT,
            "https://example.com/a",
            NOW);

    @Test
    void waitsForTheIndexWhenItChanges() {
        document.changedTo("Title", "en", "1:abc", NOW);

        assertThat(document.view(3).state()).isEqualTo(DocumentState.PENDING);
        assertThat(document.holds("1:abc")).isTrue();
        assertThat(document.holds("2:abc")).isFalse();
    }

    @Test
    void isNotTakenForUnchangedAfterARefusal() {
        document.changedTo("Title", "en", "1:abc", NOW);
        document.refused("no-text", NOW);

        assertThat(document.holds("1:abc")).isFalse();
        assertThat(document.view(0).problem()).isEqualTo("no-text");
    }

    @Test
    void remembersThatItsPassagesMayBeInTheIndex() {
        document.changedTo("Title", "en", "1:abc", NOW);

        assertThat(document.entersIndex()).isFalse();
        assertThat(document.entersIndex()).isTrue();
    }

    @Test
    void isRefusedAfterFiveFailuresOfItsOwn() {
        document.changedTo("Title", "en", "1:abc", NOW);
        for (int i = 0; i < 4; i++) {
            document.stumbled(NOW);
            assertThat(document.isRefused()).isFalse();
        }
        document.stumbled(NOW);

        assertThat(document.view(0).problem()).isEqualTo("indexing-failed");
    }

    @Test
    void isPostponedAsOftenAsTheIndexIsDown() {
        document.changedTo("Title", "en", "1:abc", NOW);
        for (int i = 0; i < 100; i++) {
            document.postponed(NOW);
        }

        assertThat(document.view(0).state()).isEqualTo(DocumentState.PENDING);
    }

    @Test
    void cutsATitleThatNobodyWouldRead() {
        document.changedTo("x".repeat(900), "en", "1:abc", NOW);

        assertThat(document.title()).hasSize(500);
    }
}
