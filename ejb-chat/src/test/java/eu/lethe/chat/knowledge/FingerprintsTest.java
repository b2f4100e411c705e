package eu.lethe.chat.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.chat.extraction.Chunk;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FingerprintsTest {

    private static final UUID DOCUMENT = UUID.fromString("0190c5a0-0000-4000-8000-000000000001");
    private static final Chunk CHUNK = new Chunk("Help > Refunds", "Within 30 days.");

    @Test
    void givesAnUnchangedPassageItsOldId() {
        assertThat(Fingerprints.passage(DOCUMENT, CHUNK, 1))
                .isEqualTo(Fingerprints.passage(DOCUMENT, new Chunk("Help > Refunds", "Within 30 days."), 1));
    }

    @Test
    void tellsDocumentsPlacesAndRepetitionsApart() {
        assertThat(List.of(
                        Fingerprints.passage(DOCUMENT, CHUNK, 1),
                        Fingerprints.passage(DOCUMENT, CHUNK, 2),
                        Fingerprints.passage(UUID.randomUUID(), CHUNK, 1),
                        Fingerprints.passage(DOCUMENT, new Chunk("Help > RefundsW", "ithin 30 days."), 1)))
                .doesNotHaveDuplicates();
    }

    @Test
    void makesIdsThatAreProperUuids() {
        UUID id = Fingerprints.passage(DOCUMENT, CHUNK, 1);

        assertThat(id.version()).isEqualTo(8);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void changesWithTitleLanguageAndText() {
        String before = Fingerprints.of("T", "en", List.of(CHUNK));

        assertThat(List.of(
                        before,
                        Fingerprints.of("U", "en", List.of(CHUNK)),
                        Fingerprints.of("T", "de", List.of(CHUNK)),
                        Fingerprints.of("T", "en", List.of(CHUNK, CHUNK))))
                .doesNotHaveDuplicates();
        assertThat(before).startsWith(Fingerprints.VERSION);
    }
}
