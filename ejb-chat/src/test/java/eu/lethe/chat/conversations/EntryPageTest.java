package eu.lethe.chat.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryPageTest {

    @ParameterizedTest
    @CsvSource({
        "https://www.example.org/prices?email=a@b.c&utm_source=mail#x, https://www.example.org/prices?utm_source=mail",
        "https://user:secret@www.example.org/a, https://www.example.org/a",
        "http://localhost:8081/, http://localhost:8081/",
        "https://www.example.org/?token=1, https://www.example.org/"
    })
    void keepsThePageAndNothingThatCouldIdentify(String address, String kept) {
        assertThat(EntryPage.of(address)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not an address", "javascript:alert(1)", "file:///etc/passwd", "https://", "%"})
    void keepsNothingOfAnAddressItCannotRead(String address) {
        assertThat(EntryPage.of(address)).isNull();
    }

    @Test
    void keepsNothingOfAnEndlessAddress() {
        assertThat(EntryPage.of("https://example.org/" + "a".repeat(2000))).isNull();
    }
}
