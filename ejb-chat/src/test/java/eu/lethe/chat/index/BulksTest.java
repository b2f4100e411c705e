package eu.lethe.chat.index;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.compliance.kernel.AccountId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BulksTest {

    @Test
    void keepsEachPortionBelowTheLimit() {
        List<IndexedPassage> passages = IntStream.range(0, 500)
                .mapToObj(i -> passage("text ".repeat(i % 50)))
                .toList();

        List<List<IndexedPassage>> portions = Bulks.portions(passages, 100_000);

        assertThat(portions)
                .hasSizeGreaterThan(10)
                .allSatisfy(portion -> assertThat(portion.stream()
                                .mapToInt(PassageDocument::weight)
                                .sum())
                        .isLessThanOrEqualTo(100_000));
        assertThat(portions.stream().flatMap(List::stream)).containsExactlyElementsOf(passages);
    }

    @Test
    void sendsAPassageThatIsTooLargeAlone() {
        IndexedPassage small = passage("small");
        IndexedPassage large = passage("large ".repeat(10_000));

        assertThat(Bulks.portions(List.of(small, large, small), 20_000))
                .containsExactly(List.of(small), List.of(large), List.of(small));
    }

    @Test
    void hasNothingToSendForNoPassages() {
        assertThat(Bulks.portions(List.of(), 1000)).isEmpty();
    }

    private static IndexedPassage passage(String text) {
        UUID id = UUID.randomUUID();
        return new IndexedPassage(
                id,
                new AccountId(id),
                id,
                id,
                id,
                0,
                "en",
                "Title",
                "Heading",
                text,
                "https://example.com/",
                new float[384]);
    }
}
