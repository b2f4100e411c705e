package eu.lethe.widget.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoggedPathsTest {

    private final LoggedPaths paths = LoggedPaths.of(new Contract().contract());

    @ParameterizedTest
    @CsvSource({
        "/subjects/6f9f26f4-6c6c-4b1a-a3cf-7b2a53c4a001/report, /subjects/6f9f26f4-6c6c-4b1a-a3cf-7b2a53c4a001/report",
        "/contacts/jane@example.org, /*/*",
        "/subjects/jane, /subjects/*",
        "/subjects/{id}, /subjects/{id}",
        "/conversations/, /conversations/",
        "'/subjects/a\nb', /subjects/*"
    })
    void holdsWordsOfTheContractAndIdsAlone(String asked, String shown) {
        assertThat(paths.shown(asked)).isEqualTo(shown);
    }

    @Test
    void isNoLongerThanAnyPathOfOurs() {
        assertThat(paths.shown("/x".repeat(1000))).hasSizeLessThan(20);
        assertThat(paths.shown(null)).isEmpty();
    }
}
