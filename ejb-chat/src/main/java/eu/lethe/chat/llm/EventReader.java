package eu.lethe.chat.llm;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/**
 * Cuts a stream of bytes into the data of server-sent events. Lines are assembled as bytes and decoded whole, so a character
 * split between packets stays one; a line that never ends is refused.
 */
final class EventReader {

    private static final int LONGEST = 1024 * 1024;
    private static final String FIELD = "data:";

    private final ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    private final StringBuilder data = new StringBuilder();
    private final Consumer<String> events;
    private boolean hasData;

    EventReader(Consumer<String> events) {
        this.events = events;
    }

    /** @throws IllegalStateException if a line or an event is longer than a megabyte */
    void read(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            while (buffer.hasRemaining()) {
                byte b = buffer.get();
                if (b == '\n') {
                    endLine();
                } else {
                    line.write(b);
                    refuseOver(line.size());
                }
            }
        }
    }

    /** Some servers forget the blank line after the last event. */
    void end() {
        endLine();
        dispatch();
    }

    private void endLine() {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        if (text.endsWith("\r")) {
            text = text.substring(0, text.length() - 1);
        }
        if (text.isEmpty()) {
            dispatch();
        } else if (text.startsWith(FIELD)) {
            append(text.substring(FIELD.length()));
        }
    }

    private void append(String value) {
        data.append(hasData ? "\n" : "").append(value.strip());
        hasData = !data.isEmpty();
        refuseOver(data.length());
    }

    private void dispatch() {
        if (hasData) {
            events.accept(data.toString());
        }
        data.setLength(0);
        hasData = false;
    }

    private static void refuseOver(int length) {
        if (length > LONGEST) {
            throw new IllegalStateException("A line of more than " + LONGEST + " bytes");
        }
    }
}
