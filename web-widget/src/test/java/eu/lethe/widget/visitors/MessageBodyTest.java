package eu.lethe.widget.visitors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.lethe.compliance.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageBodyTest {

    private static final String ID = "7d9f2f4e-0c57-4a52-8d0f-2f4b6a1f9c11";

    @Test
    void keepsWhatAPersonTypes() {
        assertThat(text(" Grüße \uD83D\uDC4B\n\tund <b>mehr</b> ")).isEqualTo("Grüße \uD83D\uDC4B\n\tund <b>mehr</b>");
    }

    @Test
    void takesOutWhatCannotBeStored() {
        assertThat(text("a\u0000b\u001Bc\uD800d")).isEqualTo("abc\uFFFDd");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"  \n ", "\u0000\u0001"})
    void refusesAnEmptyText(@Nullable String text) {
        assertThatThrownBy(() -> text(text)).isInstanceOf(InvalidRequest.class).hasMessageContaining("empty");
    }

    @Test
    void countsCharactersAsPeopleDo() {
        String wave = "\uD83D\uDC4B";
        assertThat(text(wave.repeat(MessageBody.LONGEST_TEXT))).hasSize(2 * MessageBody.LONGEST_TEXT);
        assertThatThrownBy(() -> text("x".repeat(MessageBody.LONGEST_TEXT + 1))).isInstanceOf(InvalidRequest.class);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"1-1-1-1-1", "7d9f2f4e0c574a528d0f2f4b6a1f9c11", "../../etc"})
    void refusesAnIdThatIsNoUuid(@Nullable String id) {
        var body = new MessageBody(id, "hello", "en", null, null, null, null);
        assertThatThrownBy(body::messageId).isInstanceOf(Problem.class).hasMessageContaining("UUID");
    }

    @ParameterizedTest
    @CsvSource({"de,de", "DE-at,de", "fi-FI,fi", "pt-BR,en", ",en", "'<script>',en"})
    void speaksALanguageOfTheSite(@Nullable String wanted, String spoken) {
        var body = new MessageBody(ID, "hello", wanted, null, null, null, null);
        assertThat(body.utterance(Pages.library("en", "de", "fi")).language()).isEqualTo(spoken);
    }

    @ParameterizedTest
    @CsvSource({"https://library.example/hours,true", "javascript:alert(1),false", "not a page,false", ",false"})
    void remembersOnlyRealPages(@Nullable String page, boolean kept) {
        var body = new MessageBody(ID, "hello", "en", page, null, null, null);
        assertThat(body.utterance(Pages.library("en")).entryPage()).isEqualTo(kept ? page : null);
    }

    private static String text(@Nullable String text) {
        return new MessageBody(ID, text, "en", null, null, null, null)
                .utterance(Pages.library("en"))
                .text();
    }
}
