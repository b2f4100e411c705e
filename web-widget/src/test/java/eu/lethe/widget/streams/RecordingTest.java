package eu.lethe.widget.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecordingTest {

    private final Recording recording = new Recording(10);

    @Test
    void givesWhatCameAfterAnEvent() {
        record(1, "aa");
        record(2, "bb");
        record(3, "cc");
        assertThat(numbersAfter(1)).contains(List.of(2L, 3L));
        assertThat(numbersAfter(0)).contains(List.of(1L, 2L, 3L));
        assertThat(numbersAfter(3)).contains(List.of());
    }

    @Test
    void givesNothingWhenPartOfItIsForgotten() {
        record(1, "aaaa");
        record(2, "bbbb");
        record(3, "cccc");
        assertThat(numbersAfter(0)).isEmpty();
        assertThat(numbersAfter(1)).contains(List.of(2L, 3L));
    }

    @Test
    void refusesAnEventThatNeverWas() {
        record(1, "a");
        assertThat(numbersAfter(2)).isEmpty();
    }

    @Test
    void keepsAtLeastTheNewestEvent() {
        record(1, "longer than the limit");
        assertThat(numbersAfter(0)).contains(List.of(1L));
    }

    private void record(long number, String data) {
        recording.add(new ServerEvent(new UUID(0, 1), number, "delta", data));
    }

    private Optional<List<Long>> numbersAfter(long number) {
        return recording
                .after(number)
                .map(events -> events.stream().map(ServerEvent::number).toList());
    }
}
