package eu.lethe.chat.extracts;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.chat.embeddings.Embeddings;
import eu.lethe.chat.extracts.Extract.Verdict;
import eu.lethe.chat.retrieval.Findings;
import eu.lethe.chat.retrieval.Passage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExtractsTest {
    private static final Embeddings EMBEDDINGS = new Embeddings(Optional.empty());
    private static final String PASSWORD =
            "Choose \"Forgot password\" on the sign-in page. We send you a link by e-mail. "
                    + "The link is valid for 20 minutes.";
    private static final String DELIVERY = "We deliver within two working days. Parcels abroad take a week.";
    private static final String CARDS =
            "You can pay with:\n- Visa\n- Mastercard\n- American Express\nWe do not take cash.";

    private final Extracts extracts = new Extracts(EMBEDDINGS);

    @Test
    void quotesTheSentenceThatAnswersAndCitesIt() {
        Extract extract = extracts.from(
                "How can I reset a forgotten password?",
                found("How can I reset a forgotten password?", PASSWORD, DELIVERY, CARDS));

        assertThat(extract.verdict()).isEqualTo(Verdict.ANSWER);
        assertThat(extract.text()).contains("Choose \"Forgot password\"").endsWith(" [1]");
        assertThat(extract.citations()).singleElement().satisfies(citation -> {
            assertThat(citation.number()).isEqualTo(1);
            assertThat(citation.snippet()).startsWith("Choose").hasSizeLessThanOrEqualTo(240);
        });
    }

    @Test
    void quotesAWholeListWithWhatIntroducesIt() {
        Extract extract = extracts.from(
                "can I pay with mastercard", found("can I pay with mastercard", CARDS, DELIVERY, PASSWORD));

        assertThat(extract.text()).startsWith("You can pay with:\n- Visa\n- Mastercard\n- American Express");
    }

    @Test
    void saysNothingToAQuestionOfAnotherWorld() {
        String question = "Who won the football world cup in 1954?";

        Extract extract = extracts.from(question, found(question, PASSWORD, DELIVERY, CARDS));

        assertThat(extract.verdict()).isEqualTo(Verdict.ABSTAIN);
        assertThat(extract.text()).isEmpty();
        assertThat(extract.citations()).isEmpty();
        assertThat(extract.confidence()).isLessThan(0.35);
    }

    @Test
    void saysNothingIfNothingWasFound() {
        Extract extract = extracts.from("anything", new Findings("en", List.of(), false));

        assertThat(extract.verdict()).isEqualTo(Verdict.ABSTAIN);
        assertThat(extract.confidence()).isZero();
    }

    @Test
    void neverSaysWhatNoPassageSays() {
        for (String question : List.of(
                "when will my parcel arrive",
                "password link valid how long",
                "do you take american express",
                "cash?")) {
            Findings findings = found(question, PASSWORD, DELIVERY, CARDS);
            String text = extracts.from(question, findings).text().replace(" [1]", "");

            assertThat(text.lines())
                    .allSatisfy(line -> assertThat(findings.passages())
                            .anySatisfy(passage -> assertThat(passage.text() + passage.heading())
                                    .contains(line)));
        }
    }

    @Test
    void givesTheSameConfidenceWithAndWithoutWords() {
        String question = "how long is the link valid";
        Findings findings = found(question, PASSWORD, DELIVERY);

        assertThat(extracts.confidence(question, findings))
                .isEqualTo(extracts.from(question, findings).confidence());
    }

    /** As retrieval would have found them: the first is the best. */
    private static Findings found(String question, String... texts) {
        float[] asked = EMBEDDINGS.embedQuestion(question);
        List<Passage> passages = Arrays.stream(texts)
                .map(text -> passage(text, cosine(asked, EMBEDDINGS.embed("Help\n" + text)), text.equals(texts[0])))
                .toList();
        return new Findings("en", passages, false);
    }

    private static Passage passage(String text, double nearness, boolean best) {
        UUID id = UUID.randomUUID();
        return new Passage(
                id, id, id, 0, "en", "Help", "Help", text, "https://example.com/help", best ? 0.9 : 0.3, nearness, 1);
    }

    private static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }
}
