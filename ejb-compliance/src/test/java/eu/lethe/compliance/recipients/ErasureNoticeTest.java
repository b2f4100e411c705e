package eu.lethe.compliance.recipients;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.compliance.kernel.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErasureNoticeTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Recipient PARTNER = Recipient.drafted(AccountId.random(), details(true, null), NOW);

    @Test
    void i17_isSilentAfterThirtyDaysWithoutAnAcknowledgement() {
        var notice = pending();
        notice.attempted(NOW);
        notice.delivered(NOW);

        notice.timePassed(NOW.plus(Duration.ofDays(30)).minusSeconds(1));
        assertThat(state(notice)).isEqualTo(Told.State.TOLD);
        notice.timePassed(NOW.plus(Duration.ofDays(30)));

        assertThat(state(notice)).isEqualTo(Told.State.SILENT);
    }

    @Test
    void i17_takesOneAcknowledgementAndOneThatComesLate() {
        var notice = pending();
        notice.delivered(NOW);
        notice.timePassed(NOW.plus(Duration.ofDays(31)));

        assertThat(notice.acknowledged(NOW.plus(Duration.ofDays(40)))).isTrue();
        assertThat(notice.acknowledged(NOW.plus(Duration.ofDays(41)))).isFalse();

        assertThat(notice.told(PARTNER).acknowledgedAt()).isEqualTo(NOW.plus(Duration.ofDays(40)));
    }

    @Test
    void i17_isNotDeliveredTwiceNorFailedAfterwards() {
        var notice = pending();
        notice.delivered(NOW);

        notice.delivered(NOW.plusSeconds(5));
        notice.failed("timeout", NOW.plusSeconds(6));

        assertThat(notice.told(PARTNER).toldAt()).isEqualTo(NOW);
        assertThat(notice.told(PARTNER).error()).isNull();
    }

    @Test
    void waitsForWhoeverDropsEverythingByItself() {
        Instant dropped = NOW.plus(Duration.ofDays(30));
        var notice = ErasureNotice.waiting(AccountId.random(), UUID.randomUUID(), PARTNER.id(), 3, dropped, NOW);

        notice.timePassed(dropped.minusSeconds(1));
        assertThat(notice.told(PARTNER).isSettled()).isTrue();
        assertThat(state(notice)).isEqualTo(Told.State.WAITING);
        notice.timePassed(dropped);

        assertThat(state(notice)).isEqualTo(Told.State.NOTHING_KEPT);
    }

    @ParameterizedTest
    @CsvSource({
        "0, true,, NOTHING_SENT",
        "2, true,, PENDING",
        "2, true, 2026-04-01T00:00:00Z, PENDING",
        "2, false,, BY_HAND",
        "2, false, 2026-04-01T00:00:00Z, WAITING",
        "2, true, 2026-03-01T12:00:00Z, NOTHING_KEPT"
    })
    void decidesWhatIsToBeDone(int copies, boolean hasAddress, @Nullable Instant keptUntil, Told.State state) {
        assertThat(NoticePlan.stateOf(details(hasAddress, null), copies, keptUntil, NOW))
                .isEqualTo(state);
    }

    private static ErasureNotice pending() {
        return ErasureNotice.pending(AccountId.random(), UUID.randomUUID(), PARTNER.id(), 1, new byte[] {1}, NOW);
    }

    private static Told.State state(ErasureNotice notice) {
        return notice.told(PARTNER).state();
    }

    private static RecipientDetails details(boolean hasAddress, @Nullable Integer days) {
        return new RecipientDetails(
                "Partner",
                RecipientCategory.PARTNER,
                "Street 1",
                "privacy@partner.example",
                "FI",
                Mechanism.EEA,
                days,
                null,
                hasAddress ? "https://partner.example/requests" : null);
    }
}
