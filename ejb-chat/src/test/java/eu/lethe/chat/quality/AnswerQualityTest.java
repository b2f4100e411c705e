package eu.lethe.chat.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The regression set, run by hand: {@code mvn -pl ejb-chat -am test -Dtest=AnswerQualityTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dlethe.opensearch.url=... -Dlethe.quality.help-centre=FOLDER [-Dlethe.quality.xquad=FOLDER]}. The help centre is the content
 * folder of github.com/GSA-TTS/identity-site.
 */
class AnswerQualityTest {

    @Test
    @EnabledIfSystemProperty(named = "lethe.quality.help-centre", matches = ".+")
    void answersWhatTheHelpCentreKnowsAndNothingElse() throws Exception {
        Path questions = Path.of(Objects.requireNonNull(AnswerQualityTest.class.getResource("/quality/help-centre.tsv"))
                .toURI());
        String xquad = System.getProperty("lethe.quality.xquad");

        Figures figures = AnswerQuality.measure(
                System.getProperty("lethe.opensearch.url", "http://127.0.0.1:9200"),
                Path.of(System.getProperty("lethe.quality.help-centre", "")),
                Question.read(questions),
                xquad == null ? null : Path.of(xquad));

        assertThat(figures.hitAt3(Outcome::hybrid)).isGreaterThanOrEqualTo(0.75);
        assertThat(figures.auroc()).isGreaterThanOrEqualTo(0.85);
    }

    @Test
    void asksEnoughQuestionsOfBothKinds() throws Exception {
        List<Question> questions = Question.read(
                Path.of(Objects.requireNonNull(AnswerQualityTest.class.getResource("/quality/help-centre.tsv"))
                        .toURI()));

        assertThat(questions.stream().filter(Question::isAnswerable)).hasSizeGreaterThanOrEqualTo(30);
        assertThat(questions.stream().filter(q -> !q.isAnswerable())).hasSizeGreaterThanOrEqualTo(15);
        assertThat(questions.stream().map(Question::text)).doesNotHaveDuplicates();
    }
}
