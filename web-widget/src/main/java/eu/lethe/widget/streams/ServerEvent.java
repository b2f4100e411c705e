package eu.lethe.widget.streams;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** One server-sent event of an answer; its id says where to go on after a broken connection. */
record ServerEvent(UUID answer, long number, String name, String data) {

    /** A comment: keeps proxies from closing an idle connection and shows the server that the visitor is still there. */
    static final byte[] HEART_BEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);

    byte[] bytes() {
        var text = new StringBuilder(data.length() + 80);
        text.append("id: ").append(answer).append(':').append(number).append('\n');
        text.append("event: ").append(name).append('\n');
        // A line break inside the data would end the field: each line is a field of its own.
        data.lines().forEach(line -> text.append("data: ").append(line).append('\n'));
        return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }
}
