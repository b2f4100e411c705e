package eu.lethe.chat.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | how do I get my money back
                    de | wie bekomme ich mein Geld zurück
                    fi | miten saan rahani takaisin, jos en ole tyytyväinen
                    fr | comment est-ce que je peux être remboursé
                    es | ¿cómo puedo recuperar mi dinero?
                    it | come posso riavere i miei soldi se non sono contento
                    pt | como posso receber o meu dinheiro de volta se não gostar
                    nl | hoe krijg ik mijn geld terug als het niet goed is
                    sv | hur får jag tillbaka mina pengar om jag inte är nöjd
                    pl | jak mogę odzyskać pieniądze, jeśli nie jestem zadowolony
                    tr | nasıl bir iade alabilirim ve ne kadar
                    zh | 怎么退款
                    ja | 返金してもらえますか
                    ko | 환불은 어떻게 받나요
                    ru | как вернуть деньги
                    el | πώς παίρνω πίσω τα χρήματά μου
                    ar | كيف أسترد أموالي
                    """)
    void hearsALanguage(String language, String question) {
        assertThat(Languages.of(question, "")).isEqualTo(language);
        assertThat(Languages.of(question, "en")).isEqualTo(language);
    }

    @Test
    void believesThePageIfTheWordsDoNotTell() {
        assertThat(Languages.of("login", "fi-FI")).isEqualTo("fi");
        assertThat(Languages.of("Passwort", "de")).isEqualTo("de");
        assertThat(Languages.of("iPhone 12?", "sv")).isEqualTo("sv");
    }

    @Test
    void admitsThatItDoesNotKnow() {
        assertThat(Languages.of("12345", "")).isEqualTo("und");
        assertThat(Languages.of("login", "")).isEqualTo("und");
        assertThat(Languages.of("", "")).isEqualTo("und");
    }

    @Test
    void tellsUkrainianFromRussianOnlyByThePage() {
        assertThat(Languages.of("як повернути гроші", "uk")).isEqualTo("uk");
    }
}
