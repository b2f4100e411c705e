package eu.lethe.widget.visitors;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionTest {

    @Test
    void admitsTheSitesOwnPages() {
        assertThatCode(() -> Admission.mustAllow(Pages.library("en"), "https://library.example"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "",
                "http://library.example",
                "https://library.example:8443",
                "https://library.example.evil.example",
                "https://www.library.example",
                "https://library.example/"
            })
    void refusesEveryOtherOrigin(String origin) {
        assertThatThrownBy(() -> Admission.mustAllow(Pages.library("en"), origin))
                .isInstanceOf(OriginNotAllowed.class);
    }
}
