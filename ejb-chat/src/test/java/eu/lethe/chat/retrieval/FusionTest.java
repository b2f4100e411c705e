package eu.lethe.chat.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.chat.index.Match;
import eu.lethe.chat.index.Matches;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FusionTest {
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);
    private static final UUID THREE = new UUID(0, 3);

    private final Fusion even = new Fusion(0.5, 0.6);

    @Test
    void prefersWhatBothHalvesFound() {
        Matches matches = new Matches(
                List.of(match(ONE, "en", 0.8), match(TWO, "en", 0.75), match(THREE, "en", 0.2)),
                List.of(match(THREE, "en", 9), match(TWO, "en", 8.5)),
                false);

        assertThat(even.fuse(matches, "en", 3)).extracting(Passage::id).containsExactly(TWO, ONE, THREE);
    }

    @Test
    void letsPassagesInOtherLanguagesStandBack() {
        Matches matches =
                new Matches(List.of(), List.of(match(ONE, "fr", 10), match(TWO, "en", 8), match(THREE, "en", 1)), true);

        assertThat(even.fuse(matches, "en", 3)).extracting(Passage::id).containsExactly(TWO, ONE, THREE);
    }

    @Test
    void ranksByOneHalfIfTheOtherFailed() {
        List<Match> found = List.of(match(ONE, "en", 0.9), match(TWO, "en", 0.4), match(THREE, "en", 0.3));

        assertThat(even.fuse(new Matches(found, List.of(), true), "en", 2))
                .extracting(Passage::id)
                .containsExactly(ONE, TWO);
        assertThat(even.fuse(new Matches(List.of(), found, true), "en", 2))
                .extracting(Passage::id)
                .containsExactly(ONE, TWO);
    }

    @Test
    void scoresBetweenNothingAndOne() {
        Matches matches = new Matches(
                List.of(match(ONE, "en", 0.9), match(TWO, "en", -0.1)),
                List.of(match(ONE, "en", 30), match(THREE, "en", 0.01)),
                false);

        assertThat(even.fuse(matches, "en", 5))
                .allSatisfy(passage -> assertThat(passage.score()).isBetween(0.0, 1.0))
                .first()
                .satisfies(passage -> assertThat(passage.score()).isEqualTo(1));
    }

    @Test
    void takesASingleHitForTheNearest() {
        Matches matches = new Matches(List.of(match(ONE, "en", 0.4)), List.of(), false);

        assertThat(even.fuse(matches, "en", 5).get(0).score()).isEqualTo(0.5);
    }

    @Test
    void findsNothingInNothing() {
        assertThat(even.fuse(new Matches(List.of(), List.of(), false), "en", 5)).isEmpty();
    }

    private static Match match(UUID id, String language, double score) {
        return new Match(id, id, id, 0, language, "Title", "Title", "Text", "https://example.com", score);
    }
}
