package eu.lethe.chat.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.lethe.chat.knowledge.KnowledgeBase.Pair;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceRulesTest {

    @Test
    void writesTheAddressOfAWebsiteInOneWay() {
        assertThat(SourceRules.url(" HTTPS://Example.com:443/help#top ", (host, port) -> true))
                .isEqualTo("https://example.com/help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "example.com", "ftp://example.com", "javascript:alert(1)", "http://u:p@example.com/"})
    void refusesWhatIsNoWebAddress(String url) {
        assertThatThrownBy(() -> SourceRules.url(url, (host, port) -> true))
                .isInstanceOfSatisfying(InvalidSource.class, refusal -> {
                    assertThat(refusal.field()).isEqualTo("url");
                    assertThat(refusal.code()).isEqualTo("url-invalid");
                });
    }

    @Test
    void refusesAPortThatTheOperatorDoesNotPermit() {
        assertThatThrownBy(() -> SourceRules.url("http://example.com:25/", (host, port) -> port == 80))
                .isInstanceOfSatisfying(
                        InvalidSource.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("port-not-allowed"));
    }

    @Test
    void keepsOnlyTheNameOfAFile() {
        assertThat(SourceRules.fileName("C:\\Users\\me\\Terms\n.pdf")).isEqualTo("Terms .pdf");
        assertThat(SourceRules.fileName("../../etc/passwd")).isEqualTo("passwd");
    }

    @Test
    void takesALanguageTagOrFindsOutItself() {
        assertThat(SourceRules.language("")).isEqualTo("auto");
        assertThat(SourceRules.language("pt_br")).isEqualTo("pt-BR");
        assertThatThrownBy(() -> SourceRules.language("<b>")).isInstanceOf(InvalidSource.class);
    }

    @Test
    void namesTheLineOfATableThatIsWrong() {
        byte[] table = "question,answer\nWhen?,\n".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> Questions.fromTable(table)).isInstanceOfSatisfying(InvalidSource.class, refusal -> {
            assertThat(refusal.line()).isEqualTo(2);
            assertThat(refusal.detail()).isEqualTo("Line 2: the answer is missing.");
        });
    }

    @Test
    void keepsQuestionsAndAnswersAsTheyAre() {
        byte[] kept = Questions.written(List.of(new Pair("Wann?", "Um „neun“.\nOder später."), new Pair("<b>?", "{}")));

        assertThat(Questions.read("FAQ", kept).blocks())
                .extracting(block -> block.text())
                .containsExactly("Wann?", "Um „neun“.\nOder später.", "<b>?", "{}");
    }
}
