package eu.lethe.widget.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventPositionTest {

    private static final UUID ANSWER = UUID.fromString("7d9f2f4e-0c57-4a52-8d0f-2f4b6a1f9c11");

    @Test
    void readsTheNumberAfterTheAnswersId() {
        assertThat(EventPosition.of(ANSWER, ANSWER + ":42")).isEqualTo(42);
    }

    @Test
    void startsAtTheBeginningWithoutAnId() {
        assertThat(EventPosition.of(ANSWER, null)).isZero();
        assertThat(EventPosition.of(ANSWER, " ")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "42",
                "7d9f2f4e-0c57-4a52-8d0f-2f4b6a1f9c11:",
                "7d9f2f4e-0c57-4a52-8d0f-2f4b6a1f9c11:-1",
                "7d9f2f4e-0c57-4a52-8d0f-2f4b6a1f9c11:99999999999999999999",
                "00000000-0c57-4a52-8d0f-2f4b6a1f9c11:1"
            })
    void refusesWhatIsNotAnIdOfThisAnswer(String id) {
        assertThatThrownBy(() -> EventPosition.of(ANSWER, id)).isInstanceOf(UnknownPosition.class);
    }
}
