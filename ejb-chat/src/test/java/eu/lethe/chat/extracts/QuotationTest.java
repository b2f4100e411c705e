package eu.lethe.chat.extracts;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.chat.retrieval.Passage;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuotationTest {

    @Test
    void putsTheHeadingBeforeAListThatNothingIntroduces() {
        assertThat(quoted("Cards > We do not take:", "- Cash\n- Cheques", "Cheques"))
                .isEqualTo("We do not take:\n- Cash\n- Cheques");
    }

    @Test
    void keepsTheEntryThatMattersOfALongList() {
        String list =
                IntStream.range(0, 100).mapToObj(i -> "- entry number " + i).collect(Collectors.joining("\n"));

        assertThat(quoted("List", list, "number 50"))
                .contains("- entry number 50\n")
                .hasSizeLessThanOrEqualTo(600);
    }

    @Test
    void goesOnToTheListThatASentenceAnnounces() {
        assertThat(quoted("Visit", "Bring these things:\n1. Your card\n2. The code\nThen wait.", "Bring"))
                .startsWith("Bring these things:\n1. Your card\n2. The code");
    }

    @Test
    void cutsALongParagraphAtTheEndOfASentence() {
        String paragraph = "This is a sentence about something. ".repeat(40);

        assertThat(quoted("Long", paragraph, "sentence")).endsWith("something.").hasSizeLessThanOrEqualTo(600);
    }

    private static String quoted(String heading, String text, String word) {
        UUID id = new UUID(0, 1);
        Passage passage = new Passage(id, id, id, 0, "en", "Title", heading, text, "https://example.com", 1, 1, 1);
        return Quotation.of(Segment.of(passage).stream()
                .filter(segment -> segment.text().contains(word))
                .findFirst()
                .orElseThrow());
    }
}
