package eu.lethe.compliance.recipients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.lethe.compliance.kernel.AccountId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipientTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void isActiveThirtyDaysAfterItWasAnnouncedAndNotASecondEarlier() {
        var recipient = Recipient.drafted(AccountId.random(), partner("FI", Mechanism.EEA, null), NOW);
        assertThat(recipient.isActive(NOW.plus(Duration.ofDays(365)))).isFalse();

        recipient.announce(NOW);

        assertThat(recipient.isActive(NOW.plus(Duration.ofDays(30)).minusSeconds(1)))
                .isFalse();
        assertThat(recipient.isActive(NOW.plus(Duration.ofDays(30)))).isTrue();
    }

    @Test
    void isActiveAtOnceWhenTheControllerAgreesAndNeverAgainAfterItsEnd() {
        var recipient = Recipient.drafted(AccountId.random(), partner("FI", Mechanism.EEA, null), NOW);

        recipient.approve(NOW);
        assertThat(recipient.isActive(NOW)).isTrue();
        recipient.end(NOW);

        assertThat(recipient.isActive(NOW)).isFalse();
        assertThatThrownBy(() -> recipient.approve(NOW)).isInstanceOf(RecipientFixed.class);
    }

    @Test
    void keepsWhatPeopleWerePromised() {
        var recipient = Recipient.drafted(AccountId.random(), partner("FI", Mechanism.EEA, 30), NOW);
        recipient.announce(NOW);

        assertThatThrownBy(() -> recipient.change(partner("US", Mechanism.STANDARD_CLAUSES, 30)))
                .isInstanceOf(RecipientFixed.class);
        assertThatThrownBy(() -> recipient.change(partner("FI", Mechanism.EEA, 31)))
                .isInstanceOf(RecipientFixed.class);
        recipient.change(partner("FI", Mechanism.EEA, 7));

        assertThat(recipient.details().retentionDays()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({"US, EEA", "CH, EEA", "XX, STANDARD_CLAUSES", ", EEA", ", STANDARD_CLAUSES"})
    void refusesAPlaceThatNothingMakesLawful(@Nullable String country, Mechanism mechanism) {
        assertThatThrownBy(() -> Recipient.drafted(AccountId.random(), partner(country, mechanism, null), NOW))
                .isInstanceOf(InvalidRecipient.class);
    }

    @Test
    void refusesSomebodyWhoCannotBeReached() {
        var nobody = new RecipientDetails(
                "Partner", RecipientCategory.PARTNER, null, null, "FI", Mechanism.EEA, null, null, null);

        assertThatThrownBy(() -> Recipient.drafted(AccountId.random(), nobody, NOW))
                .isInstanceOf(InvalidRecipient.class);
    }

    private static RecipientDetails partner(@Nullable String country, Mechanism mechanism, @Nullable Integer days) {
        return new RecipientDetails(
                "Partner",
                RecipientCategory.PARTNER,
                "Street 1",
                "privacy@partner.example",
                country,
                mechanism,
                days,
                null,
                "https://partner.example/requests");
    }
}
