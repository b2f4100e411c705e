package eu.lethe.chat.llm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventReaderTest {

    private final List<String> events = new ArrayList<>();
    private final EventReader reader = new EventReader(events::add);

    @Test
    void keepsACharacterThatIsSplitBetweenPacketsWhole() {
        for (byte b : "data: Größe 👍\n\n".getBytes(UTF_8)) {
            reader.read(List.of(ByteBuffer.wrap(new byte[] {b})));
        }

        assertThat(events).containsExactly("Größe 👍");
    }

    @Test
    void readsAnyLineEndAndIgnoresCommentsAndOtherFields() {
        read(": hello\r\n\r\nid: 7\r\nevent: x\r\ndata:{\"a\":1}\r\n\r\n\n\ndata: two\n\n");

        assertThat(events).containsExactly("{\"a\":1}", "two");
    }

    @Test
    void joinsDataLinesOfOneEvent() {
        read("data: one\ndata: two\n\n");

        assertThat(events).containsExactly("one\ntwo");
    }

    @Test
    void givesTheLastEventWhenTheBlankLineIsMissing() {
        read("data: [DONE]");
        reader.end();

        assertThat(events).containsExactly("[DONE]");
    }

    @Test
    void refusesALineWithoutEnd() {
        assertThatThrownBy(() -> read("x".repeat(2 * 1024 * 1024))).isInstanceOf(IllegalStateException.class);
    }

    private void read(String text) {
        reader.read(List.of(ByteBuffer.wrap(text.getBytes(UTF_8))));
    }
}
