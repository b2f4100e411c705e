package eu.lethe.widget.streams;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How far a visitor has read an answer, as the browser says it in {@code Last-Event-ID}. */
public final class EventPosition {

    /** Nothing was read yet. */
    public static final long START = 0;

    private static final Pattern FORM = Pattern.compile("([0-9a-fA-F-]{36}):(\\d{1,9})");

    private EventPosition() {}

    /**
     * The number of the event a browser has seen last.
     *
     * @param lastEventId as sent, or null for the start
     * @throws UnknownPosition if it is not an id of this answer's events
     */
    public static long of(UUID answer, @Nullable String lastEventId) {
        if (lastEventId == null || lastEventId.isBlank()) {
            return START;
        }
        var match = FORM.matcher(lastEventId.strip());
        if (!match.matches() || !match.group(1).equalsIgnoreCase(answer.toString())) {
            throw new UnknownPosition();
        }
        return Long.parseLong(match.group(2));
    }
}
