package eu.lethe.compliance.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a letter can be sent to, and when two addresses are one. */
class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "ada@",
                "@example.org",
                "a@b@example.org",
                "ada@example.org, eve@example.org",
                "ada@example.org\r\nBcc: eve@example.org",
                "Ada <ada@example.org>",
                "\"ada\"@example.org",
                "a da@example.org",
                "ada@example.org;eve@example.org"
            })
    void takesNothingThatIsNotOneAddress(String text) {
        assertThat(EmailAddress.of(text)).isEmpty();
    }

    @Test
    void findsOneAddressInTwoSpellings() {
        assertThat(comparable(" Ada.Lovelace@Example.ORG ")).isEqualTo(comparable("ada.lovelace@example.org"));
        assertThat(comparable("ada@bücher.example")).isEqualTo(comparable("ADA@xn--bcher-kva.example"));
        assertThat(comparable("ada@example.org")).isNotEqualTo(comparable("ada+chat@example.org"));
    }

    @ParameterizedTest
    @CsvSource({
        "info@weiß.example, info@weiss.example",
        "info@βόλος.example, info@βόλοσ.example",
        "info@pay\u200dpal.example, info@paypal.example",
        "info@ｅxample.example, info@example.example",
        "strasse@example.org, straße@example.org"
    })
    void keepsAddressesApartThatTwoPeopleMayHave(String one, String other) {
        assertThat(comparable(one)).isNotEqualTo(comparable(other));
    }

    @Test
    void keepsTheSpellingForTheLetter() {
        assertThat(EmailAddress.of(" Ada@example.org ").map(EmailAddress::text)).contains("Ada@example.org");
    }

    @Test
    void isNotQuotedByAccident() {
        assertThat(EmailAddress.of("ada@example.org").orElseThrow().toString()).doesNotContain("ada");
    }

    private static String comparable(String text) {
        return EmailAddress.of(text).orElseThrow().comparable();
    }
}
