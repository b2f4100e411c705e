package eu.lethe.dashboard.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialsTest {

    @ParameterizedTest
    @CsvSource({
        "First Last, FL",
        "First Middle Last, FL",
        "single, S",
        "'  spaced   out ', SO",
        "owner@example.org, O",
        "ääkkönen öljy, ÄÖ",
        "😀 smile, 😀S",
        "'', ?",
        "@example.org, ?"
    })
    void takesTheFirstLettersOfTheOuterWords(String name, String initials) {
        assertThat(Initials.of(name)).isEqualTo(initials);
    }
}
