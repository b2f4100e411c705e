package eu.lethe.chat.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OwnWordsTest {

    @Test
    void takesAddressesAndNumbersAsTheyWereTyped() {
        var typed = OwnWords.in(
                List.of("I am ada.byron@example.org, +358 40 555 0199.", "My account is DE89 3704 0044 0532 0130 00."),
                List.of());

        assertThat(typed.identifiers())
                .containsExactlyInAnyOrder("ada.byron@example.org", "+358 40 555 0199", "DE89 3704 0044 0532 0130 00");
    }

    @Test
    void takesTheRarestEightWordsOfALongMessage() {
        var typed = OwnWords.in(
                List.of(
                        "Could you please tell me whether the accordion that my late grandmother Philomena carried across"
                                + " the Carpathian mountains can be repaired in it?"),
                List.of());

        assertThat(typed.phrases()).hasSize(1);
        assertThat(typed.phrases().iterator().next())
                .contains("grandmother Philomena carried")
                .satisfies(phrase -> assertThat(phrase.split(" ")).hasSize(8));
    }

    @Test
    void takesNoPhraseOfWordsThatEverybodyUses() {
        var typed = OwnWords.in(
                List.of("Where are messages stored?", "Can you tell me how I can get to it by bus or on my own?"),
                List.of());

        assertThat(typed.phrases()).isEmpty();
        assertThat(typed.identifiers()).isEmpty();
    }

    @Test
    void takesNothingThatThePersonSaidElsewhereToo() {
        String said =
                "Philomena's accordion crossed the Carpathian mountains unscathed yesterday; call +358 40 555 0199";

        var typed = OwnWords.in(List.of(said), List.of("As I said: " + said.toUpperCase(Locale.ROOT)));

        assertThat(typed.identifiers()).isEmpty();
        assertThat(typed.phrases()).isEmpty();
    }

    @Test
    void takesAtMostFourPhrasesHoweverMuchWasSaid() {
        var said = IntStream.range(0, 50)
                .mapToObj(i ->
                        "Philomena's " + "x".repeat(i + 1) + " accordion crossed the Carpathian mountains unscathed"
                                + " together with extraordinary companions")
                .toList();

        assertThat(OwnWords.in(said, List.of()).phrases()).hasSize(4);
    }
}
