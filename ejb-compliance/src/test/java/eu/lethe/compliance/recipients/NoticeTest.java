package eu.lethe.compliance.recipients;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeTest {

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

        assertThat(notice.acknowledged(NOW.plus(Duration.ofDays(40)), NOW.plus(Duration.ofDays(40))))
                .isTrue();
        assertThat(notice.acknowledged(NOW.plus(Duration.ofDays(41)), NOW.plus(Duration.ofDays(41))))
                .isFalse();

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
        var notice = erasure(3).waiting(dropped);

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

    @Test
    void forgetsWhomItWasAboutAsSoonAsNobodyHasToSayIt() {
        var told = pending();
        told.attempted(NOW);
        told.delivered(NOW);
        assertThat(told.sealedPerson()).isEmpty();

        var unreachable = pending();
        unreachable.timePassed(NOW.plus(Duration.ofDays(30)));
        assertThat(state(unreachable)).isEqualTo(Told.State.SILENT);
        assertThat(unreachable.sealedPerson()).isPresent();

        var byHand = erasure(1).byHand(new byte[] {1});
        assertThat(byHand.sealedPerson()).isPresent();
        assertThat(byHand.acknowledged(NOW.minusSeconds(60), NOW)).isTrue();
        assertThat(byHand.told(PARTNER).toldAt()).isEqualTo(NOW.minusSeconds(60));
        assertThat(byHand.sealedPerson()).isEmpty();
    }

    @Test
    void letsFetchOnlyWhatWasPutRightAndOnlyUntilItIsDone() {
        var matter = new Matter(NoticeKind.RECTIFICATION, Set.of(FieldClass.EMAIL), null);
        var notice = Notice.about(new Subject(AccountId.random(), UUID.randomUUID(), 1), matter, PARTNER.id(), 1, NOW)
                .pending(null, null);
        assertThat(notice.pulled()).isEmpty();

        notice.attempted(NOW);
        assertThat(notice.pulled()).containsExactly(FieldClass.EMAIL);
        notice.delivered(NOW);
        assertThat(notice.pulled()).containsExactly(FieldClass.EMAIL);
        notice.acknowledged(NOW, NOW);

        assertThat(notice.pulled()).isEmpty();
        assertThat(pending().pulled()).isEmpty();
    }

    private static Notice erasure(int copies) {
        return Notice.ofErasure(AccountId.random(), UUID.randomUUID(), PARTNER.id(), copies, NOW);
    }

    private static Notice pending() {
        return erasure(1).pending(new byte[] {1}, null);
    }

    private static Told.State state(Notice notice) {
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
