package eu.lethe.widget.visitors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.lethe.widget.streams.MovingClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AllowanceTest {

    private final MovingClock clock = new MovingClock();
    private final Allowance allowance = new Allowance(10, clock);

    @Test
    void refusesTheEleventhOfAMinute() {
        take(10);
        assertThat(refused().retryAfterSeconds()).isEqualTo(6);
    }

    @Test
    void letsTheNextOneInWhenTheWaitIsOver() {
        take(10);
        clock.forward(Duration.ofSeconds(refused().retryAfterSeconds()));
        assertThatCode(() -> allowance.take("ada")).doesNotThrowAnyException();
        refused();
    }

    @Test
    void doesNotPunishWhoKeepsTrying() {
        take(10);
        for (int attempt = 0; attempt < 50; attempt++) {
            refused();
        }
        clock.forward(Duration.ofSeconds(6));
        assertThatCode(() -> allowance.take("ada")).doesNotThrowAnyException();
    }

    @Test
    void countsInAnyPeriod() {
        var letters = new Allowance(2, Duration.ofHours(1), clock);
        letters.take("ada");
        letters.take("ada");
        clock.forward(Duration.ofMinutes(29));
        var refusal = catchThrowableOfType(TooManyRequests.class, () -> letters.take("ada"));
        assertThat(refusal.retryAfterSeconds()).isEqualTo(60);
    }

    @Test
    void countsEachByItself() {
        take(10);
        assertThatCode(() -> allowance.take("bob")).doesNotThrowAnyException();
    }

    @Test
    void neverSavesUpMoreThanAMinutesWorth() {
        take(1);
        clock.forward(Duration.ofHours(1));
        take(10);
        refused();
    }

    private void take(int times) {
        for (int i = 0; i < times; i++) {
            allowance.take("ada");
        }
    }

    private TooManyRequests refused() {
        var refusal = catchThrowableOfType(TooManyRequests.class, () -> allowance.take("ada"));
        assertThat(refusal).isNotNull();
        return refusal;
    }
}
