package eu.lethe.compliance.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** How long a place waits that tries at a login. */
class PausesTest {

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final Pauses pauses = new Pauses(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void letsAFewAttemptsPassAndThenPausesLongerAndLonger() {
        var waited = new long[12];
        assertThat(pauses.attempt("here")).isTrue();
        for (int i = 0; i < waited.length; i++) {
            Instant asked = now;
            while (!pauses.attempt("here")) {
                now = now.plusSeconds(1);
            }
            waited[i] = Duration.between(asked, now).toSeconds();
        }
        assertThat(waited).containsExactly(0L, 0L, 1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L, 60L);
    }

    @Test
    void keepsNobodyElseWaiting() {
        tryOften("here");
        assertThat(pauses.attempt("here")).isFalse();
        assertThat(pauses.attempt("there")).isTrue();
    }

    @Test
    void looksAtOnePasswordOnlyWhenManyAreTriedAtOnce() {
        tryOften("here");
        now = now.plusSeconds(61);
        assertThat(pauses.attempt("here")).isTrue();
        assertThat(pauses.attempt("here")).isFalse();
    }

    @Test
    void forgetsAfterALoginAndAfterAnHour() {
        tryOften("here");
        pauses.forget("here");
        assertThat(pauses.attempt("here")).isTrue();

        tryOften("there");
        now = now.plus(Duration.ofHours(1)).plusSeconds(1);
        tryOften("there", 2);
        assertThat(pauses.attempt("there")).isTrue();
    }

    private void tryOften(String place) {
        tryOften(place, 4);
    }

    private void tryOften(String place, int times) {
        for (int i = 0; i < times; i++) {
            pauses.attempt(place);
        }
    }
}
