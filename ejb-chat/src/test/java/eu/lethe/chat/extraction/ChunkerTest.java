package eu.lethe.chat.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChunkerTest {

    @Test
    void putsThePathOfHeadingsOnEachPiece() {
        var chunks = Chunker.chunks(document(
                heading(1, "Billing"),
                text(long1()),
                heading(2, "Refunds"),
                text(long1()),
                heading(1, "Contact"),
                text(long1())));

        assertThat(chunks)
                .extracting(Chunk::heading)
                .containsExactly("Help > Billing", "Help > Billing > Refunds", "Help > Contact");
    }

    @Test
    void joinsSmallNeighboursUnderTheHeadingTheyShare() {
        var chunks = Chunker.chunks(document(
                heading(1, "Hours"),
                heading(2, "Monday"),
                text("Nine to five."),
                heading(2, "Sunday"),
                text("Closed.")));

        assertThat(chunks).containsExactly(new Chunk("Help > Hours", "Monday\nNine to five.\nSunday\nClosed."));
    }

    @Test
    void keepsAnswersToSeparateQuestionsApart() {
        var chunks = Chunker.chunksApart(
                document(heading(1, "When?"), text("At nine."), heading(1, "Where?"), text("Here.")));

        assertThat(chunks).containsExactly(new Chunk("Help > When?", "At nine."), new Chunk("Help > Where?", "Here."));
    }

    @Test
    void neverCutsASentence() {
        var random = new Random(7);
        var sentences = new ArrayList<String>();
        for (int i = 0; i < 300; i++) {
            sentences.add("Sentence " + i + " says, e.g. to Dr. Smith, "
                    + "word ".repeat(1 + random.nextInt(30)).strip() + ".");
        }

        var chunks = Chunker.chunks(document(text(String.join(" ", sentences))));

        assertThat(chunks).hasSizeGreaterThan(10).allSatisfy(chunk -> {
            assertThat(chunk.text()).startsWith("Sentence ").endsWith(".");
            assertThat(chunk.text().length()).isLessThanOrEqualTo(Chunker.MOST);
        });
        assertThat(String.join(" ", chunks.stream().map(Chunk::text).toList())).isEqualTo(String.join(" ", sentences));
    }

    @Test
    void countsAChineseCharacterAsAWord() {
        var chunks = Chunker.chunks(document(text("您可以在这里创建一个帐户。".repeat(60))));

        assertThat(chunks)
                .hasSizeGreaterThan(2)
                .allSatisfy(chunk -> assertThat(chunk.text().length()).isLessThan(300));
    }

    @Test
    void cutsWhatHasNoEndWithoutLosingACharacter() {
        String endless = "\uD83D\uDE00".repeat(5000);

        var chunks = Chunker.chunks(document(text(endless)));

        assertThat(chunks).hasSizeGreaterThan(3);
        assertThat(String.join("", chunks.stream().map(Chunk::text).toList())).isEqualTo(endless);
    }

    @Test
    void givesTheSamePiecesEachTime() {
        var document = document(heading(1, "A"), text(long1()), text(long1()), heading(2, "B"), text("Short."));

        assertThat(Chunker.chunks(document)).isEqualTo(Chunker.chunks(document));
    }

    private static Extracted document(Block... blocks) {
        return new Extracted("Help", "en", List.of(blocks));
    }

    private static Block heading(int level, String text) {
        return new Block.Heading(level, text);
    }

    private static Block text(String text) {
        return new Block.Text(text);
    }

    private static String long1() {
        return "This is a sentence of a usual length that says something. "
                .repeat(6)
                .strip();
    }
}
