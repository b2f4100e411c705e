package eu.lethe.compliance.requests;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.requests.IdentityCodes.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A code that was sent, and tries at it. */
class IdentityCodeTest {

    private static final Instant SENT = Instant.parse("2026-11-10T12:00:00Z");
    private static final byte[] RIGHT = {1, 2, 3};
    private static final byte[] WRONG = {4, 5, 6};

    private final IdentityCode code = IdentityCode.sent(
            AccountId.random(), UUID.randomUUID(), new byte[32], RIGHT, IdentityCodes.Wish.PERSON, SENT);

    @Test
    void isGoodOnce() {
        assertThat(code.attempt(RIGHT, SENT)).isEqualTo(Verdict.RIGHT);
        assertThat(code.attempt(RIGHT, SENT)).isEqualTo(Verdict.OVER);
    }

    @Test
    void isGoodForAQuarterOfAnHour() {
        assertThat(code.attempt(WRONG, SENT.plus(Duration.ofMinutes(15)).minusMillis(1)))
                .isEqualTo(Verdict.WRONG);
        assertThat(code.attempt(RIGHT, SENT.plus(Duration.ofMinutes(15)))).isEqualTo(Verdict.OVER);
    }

    @Test
    void forgivesFourMistakes() {
        for (int mistake = 1; mistake < 5; mistake++) {
            assertThat(code.attempt(WRONG, SENT)).isEqualTo(Verdict.WRONG);
        }
        assertThat(code.attempt(WRONG, SENT)).isEqualTo(Verdict.OVER);
        assertThat(code.attempt(RIGHT, SENT)).isEqualTo(Verdict.OVER);
    }

    @Test
    void isNoLongerGoodOnceAnotherOneIsSent() {
        code.end(SENT);
        assertThat(code.attempt(RIGHT, SENT)).isEqualTo(Verdict.OVER);
    }
}
