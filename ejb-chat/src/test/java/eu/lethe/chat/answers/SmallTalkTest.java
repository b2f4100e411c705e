package eu.lethe.chat.answers;

import static eu.lethe.chat.answers.SmallTalk.Kind;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmallTalkTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hi!! 👋 | en | GREETING",
                "Guten Tag | en | GREETING",
                "Hei | fi | GREETING",
                "Hej | sv | GREETING",
                "¡Buenos días! | en | GREETING",
                "thanks a lot | de | THANKS",
                "Vielen Dank für Ihre Hilfe! | de | THANKS",
                "Kiitos paljon | fi | THANKS",
                "Merci beaucoup | fr | THANKS",
                "bye | en | FAREWELL",
                "Are you a human or a bot? | en | AI",
                "Am I talking to a real person? | en | AI",
                "Bist du ein Mensch? | de | AI",
                "Oletko ihminen? | fi | AI",
                "I'd like to talk to a human please | en | HUMAN",
                "agent | en | HUMAN",
                "Ich möchte mit einem Menschen sprechen. | de | HUMAN",
                "Haluan puhua ihmisen kanssa | fi | HUMAN",
                "Je voudrais parler à un conseiller | fr | HUMAN",
            })
    void isHeardInAnyLanguage(String text, String page, Kind kind) {
        assertThat(SmallTalk.in(text, page))
                .hasValueSatisfying(heard -> assertThat(heard.kind()).isEqualTo(kind));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hi, how do I reset my password?",
                "How do I become an agent?",
                "Thanks, but what does it cost?",
                "Are you open on Sunday?",
                "Was kostet der Versand?",
                "Who are you owned by?",
                "?!",
                "hi hi hi hi hi hi hi hi hi hi hi hi hi hi hi hi hi hi hi hi hi hi hi hi hi hi hi hi hi hi hi",
            })
    void isNotHeardInAQuestion(String text) {
        assertThat(SmallTalk.in(text, "en")).isEmpty();
    }
}
