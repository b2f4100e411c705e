package eu.lethe.chat.answers;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.chat.conversations.Author;
import eu.lethe.chat.conversations.Turn.Said;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContextTest {

    private static final List<Said> HISTORY = List.of(
            new Said(Author.VISITOR, "Where are you?"),
            new Said(Author.ASSISTANT, "In Turku."),
            new Said(Author.VISITOR, "What does shipping cost?"),
            new Said(Author.ASSISTANT, "4.90 euros."));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "And in Germany? | en",
                "How much is it? | en",
                "Why? | en",
                "Und nach Finnland? | de",
                "Wie lange? | de",
                "Entä Suomessa? | fi",
                "Et en France ? | fr",
                "What about Sweden? | de",
            })
    void putsThePreviousQuestionBeforeOneThatLeansOnIt(String question, String language) {
        assertThat(Context.standalone(question, HISTORY, language)).isEqualTo("What does shipping cost? " + question);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "How do I return goods? | en",
                "Opening hours | en",
                "Wie kann ich Sie erreichen? | de",
                "Milloin olette auki? | fi",
                "Please explain to me how returning the goods that I bought works | en",
            })
    void leavesAQuestionThatStandsAlone(String question, String language) {
        assertThat(Context.standalone(question, HISTORY, language)).isEqualTo(question);
    }

    @Test
    void hasNothingToAddToTheFirstQuestion() {
        assertThat(Context.standalone("And this?", List.of(), "en")).isEqualTo("And this?");
    }
}
