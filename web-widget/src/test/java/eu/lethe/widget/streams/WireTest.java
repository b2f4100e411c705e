package eu.lethe.widget.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WireTest {

    public record Shape(@Nullable String text) {}

    private final Wire wire = new Wire();

    @Test
    void ignoresWhatItDoesNotKnow() {
        assertThat(wire.read("{\"more\":[1,{\"a\":2}],\"text\":\"hello\"}", Shape.class))
                .contains(new Shape("hello"));
    }

    // The first three kept the parser busy for ever.
    static Stream<String> unfit() {
        return Stream.of(
                "{\"a\":[",
                "{\"a\":{\"b\":",
                "{\"a\":[1,",
                "",
                " ",
                "[]",
                "null",
                "1",
                "{\"text\":{}}",
                "{\"text\":",
                "[".repeat(9000),
                "{\"a\":".repeat(2500));
    }

    @ParameterizedTest
    @MethodSource("unfit")
    void refusesWhatIsNotThatShape(String text) {
        var read = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> wire.read(text, Shape.class));
        assertThat(read).isEmpty();
    }
}
