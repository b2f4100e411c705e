package eu.lethe.widget.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ServerEventTest {

    private static final UUID ANSWER = UUID.fromString("7d9f2f4e-0c57-4a52-8d0f-2f4b6a1f9c11");

    @Test
    void saysIdNameAndData() {
        assertThat(text("{\"text\":\"Äpfel\"}")).isEqualTo("""
                        id: 7d9f2f4e-0c57-4a52-8d0f-2f4b6a1f9c11:3
                        event: delta
                        data: {"text":"Äpfel"}

                        """);
    }

    @Test
    void putsEachLineOfTheDataInAFieldOfItsOwn() {
        assertThat(text("one\ntwo\r\n\nevent: forged"))
                .endsWith("data: one\ndata: two\ndata: \ndata: event: forged\n\n");
    }

    private static String text(String data) {
        return new String(new ServerEvent(ANSWER, 3, "delta", data).bytes(), StandardCharsets.UTF_8);
    }
}
