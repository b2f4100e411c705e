package eu.lethe.chat.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    private final Redaction redaction = new Redaction();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Write to ada.l+x@mail.example.org. | Write to [email-1].",
                "Mein Konto ist DE89 3704 0044 0532 0130 00 bei euch | Mein Konto ist [iban-1] bei euch",
                "FI2112345600000785 ok? | [iban-1] ok?",
                "card 4111 1111 1111 1111, thanks | card [card-1], thanks",
                "call +358 40 123 4567 or (555) 010-4477 | call [phone-1] or [phone-2]",
                "Tel. 030/901820 | Tel. [phone-1]",
                "0401234567 | [phone-1]",
                "a@example.org and b@example.org and a@example.org | [email-1] and [email-2] and [email-1]",
            })
    void hidesWhatIdentifiesAPerson(String text, String hidden) {
        assertThat(redaction.hide(text)).isEqualTo(hidden);
        assertThat(redaction.show(hidden)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "open until 31.12.2026 or 2026-12-31",
                "DE89 3704 0044 0532 0130 02 has wrong check digits",
                "order 4111 1111 1111 1112 is no card",
                "it costs 1.299,00 € for 250 pieces",
                "version 2.19.1 @ midnight",
                "article 13(2)(f), section 1",
            })
    void leavesEverythingElse(String text) {
        assertThat(redaction.hide(text)).isEqualTo(text);
    }

    @Test
    void putsValuesBackWhereverAPlaceholderIsCut() {
        redaction.hide("ada@example.org, 0401234567");
        String answer = "We wrote to [email-1] [1] and call [PHONE-1]; [email-7] is not yours [";

        for (int cut = 1; cut < answer.length(); cut++) {
            var showing = redaction.showing();
            assertThat(showing.next(answer.substring(0, cut)) + showing.next(answer.substring(cut)) + showing.rest())
                    .isEqualTo("We wrote to ada@example.org [1] and call 0401234567; [email-7] is not yours [");
        }
    }

    @Test
    void holdsNothingBackWhenNothingWasHidden() {
        assertThat(redaction.showing().next("see [")).isEqualTo("see [");
    }

    @Test
    void searchesWithoutThem() {
        assertThat(Redaction.without("Is ada@example.org registered?")).isEqualTo("Is  registered?");
    }
}
