package eu.lethe.compliance.retention;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.compliance.personaldata.Expiry.Anchor;
import eu.lethe.compliance.retention.Rule.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RulingTest {

    private static final Instant NOW = Instant.parse("2027-06-15T12:00:00Z");
    private static final Rule LONG_HOLD = hold(900);
    private static final Rule SHORT_HOLD = hold(30);
    private static final Rule RESTRICTION = Rule.of(Kind.RESTRICTION, null, "OBJECTION", UUID.randomUUID());
    private static final Rule ERASURE = Rule.of(Kind.ERASURE, NOW, "REQUEST", UUID.randomUUID());
    private static final Rule STORE_PERIOD = period("talks", 30);
    private static final Rule PROCESS_PERIOD = period(null, 365);

    @Test
    void putsAHoldBeforeARestrictionBeforeAnErasureBeforeAPeriod() {
        var ruling = among(PROCESS_PERIOD, ERASURE, RESTRICTION, SHORT_HOLD);

        assertThat(ruling.winner()).isEqualTo(SHORT_HOLD);
        assertThat(ruling.others()).containsExactly(RESTRICTION, ERASURE, PROCESS_PERIOD);
    }

    @Test
    void keepsUntilTheLastOfTwoHoldsIsOver() {
        assertThat(among(SHORT_HOLD, LONG_HOLD).winner()).isEqualTo(LONG_HOLD);
    }

    @Test
    void letsTheFirstOfTwoPeriodsDecide() {
        assertThat(among(PROCESS_PERIOD, STORE_PERIOD).winner()).isEqualTo(STORE_PERIOD);
    }

    @Test
    void saysWhenAPeriodEnds() {
        assertThat(STORE_PERIOD.ends()).isEqualTo(NOW.plus(Duration.ofDays(30)));
        assertThat(STORE_PERIOD.reference()).isEqualTo("talks");
        assertThat(PROCESS_PERIOD.reference()).isEqualTo("chat");
    }

    private static Ruling among(Rule... rules) {
        return Ruling.among("talks", UUID.randomUUID(), List.of(rules));
    }

    private static Rule hold(int days) {
        return Rule.of(Kind.LEGAL_HOLD, NOW.plus(Duration.ofDays(days)), "§ 257 HGB", UUID.randomUUID());
    }

    private static Rule period(@Nullable String store, int days) {
        return Rule.of(
                new Policy(
                        "chat", store, new RetentionPeriod(days), Anchor.LAST_SUBMISSION, Basis.CONSENT, store != null),
                NOW);
    }
}
