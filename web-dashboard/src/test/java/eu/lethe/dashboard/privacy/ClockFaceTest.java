package eu.lethe.dashboard.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.compliance.requests.RequestClock;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ClockFaceTest {

    private static final Instant RECEIVED = Instant.parse("2026-03-02T09:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate DUE = LocalDate.of(2026, 4, 2);

    @Test
    void countsTheWholeTimeFromTheDayOfReceiptAndNotOfFiling() {
        var filedLate =
                new RequestClock(Instant.parse("2026-03-23T09:00:00Z"), DAY, DUE, 10L, false, false, false, null);
        assertThat(ClockFace.leftOf(filedLate)).isEqualTo(32);
    }

    @Test
    void emptiesTheRingAsTimePasses() {
        assertThat(ClockFace.leftOf(left(31))).isEqualTo(100);
        assertThat(ClockFace.leftOf(left(15))).isEqualTo(48);
        assertThat(ClockFace.kindOf(left(15))).isEqualTo(ClockFace.Kind.CALM);
    }

    @Test
    void warnsInTheLastWeekAndStillShowsSomethingOnTheLastDay() {
        assertThat(ClockFace.kindOf(left(8))).isEqualTo(ClockFace.Kind.CALM);
        assertThat(ClockFace.kindOf(left(7))).isEqualTo(ClockFace.Kind.SOON);
        assertThat(ClockFace.leftOf(left(0))).isEqualTo(3);
    }

    @Test
    void isWhollyRedOnceOverdue() {
        var overdue = new RequestClock(RECEIVED, DAY, DUE, -4L, false, true, false, null);

        assertThat(ClockFace.kindOf(overdue)).isEqualTo(ClockFace.Kind.OVERDUE);
        assertThat(ClockFace.leftOf(overdue)).isEqualTo(100);
    }

    @Test
    void standsStillWhileIdentityIsOpen() {
        var paused = new RequestClock(RECEIVED, DAY, DUE, 20L, true, false, false, null);

        assertThat(ClockFace.kindOf(paused)).isEqualTo(ClockFace.Kind.PAUSED);
    }

    @Test
    void isFullAndDoneWhenClosed() {
        var closed = new RequestClock(RECEIVED, DAY, DUE, null, false, false, false, RECEIVED);

        assertThat(ClockFace.kindOf(closed)).isEqualTo(ClockFace.Kind.CLOSED);
        assertThat(ClockFace.leftOf(closed)).isEqualTo(100);
    }

    private static RequestClock left(long days) {
        return new RequestClock(RECEIVED, DAY, DUE, days, false, false, false, null);
    }
}
