package eu.lethe.chat.extracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TermsTest {

    @Test
    void meetsInflectionsOfAWord() {
        assertThat(Terms.of("locked accounts", "en")).isEqualTo(Terms.of("Locked account!", "en"));
        assertThat(Terms.of("Passwörter", "de")).isEqualTo(Terms.of("Passworte", "de"));
    }

    @Test
    void leavesOutWhatSaysLittle() {
        assertThat(Terms.of("How do I get a new card?", "en")).containsExactly("new", "card");
        assertThat(Terms.of("Wie bekomme ich eine Karte?", "de")).hasSize(2);
    }

    @Test
    void readsChineseInPairsBetweenFunctionWords() {
        assertThat(Terms.of("忘记密码怎么办", "zh")).containsExactly("忘记", "记密", "密码");
    }

    @Test
    void findsNothingInPunctuation() {
        assertThat(Terms.of("?! ...", "en")).isEmpty();
    }
}
