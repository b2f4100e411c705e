package eu.lethe.widget.streams;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/**
 * The events of one answer, the latest of them within a limit of characters. A visitor who comes back gets what followed the
 * last event they saw, or nothing at all if that is no longer complete.
 */
final class Recording {

    private final ArrayDeque<ServerEvent> events = new ArrayDeque<>();
    private final int limit;
    private int size;
    private long forgotten;

    Recording(int limit) {
        this.limit = limit;
    }

    void add(ServerEvent event) {
        events.addLast(event);
        size += event.data().length();
        while (size > limit && events.size() > 1) {
            var oldest = events.removeFirst();
            size -= oldest.data().length();
            forgotten = oldest.number();
        }
    }

    /** What came after an event, or empty if part of it is forgotten or it never was. */
    Optional<List<ServerEvent>> after(long number) {
        long newest = events.isEmpty() ? forgotten : events.getLast().number();
        if (number < forgotten || number > newest) {
            return Optional.empty();
        }
        return Optional.of(
                events.stream().filter(event -> event.number() > number).toList());
    }
}
