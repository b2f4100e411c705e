package eu.lethe.compliance.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** I16: periods on their boundaries. */
class RetentionPeriodTest {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    @ParameterizedTest
    @ValueSource(ints = {-1, 1, 6, 721, Integer.MAX_VALUE})
    void refusesWhatIsTooShortOrTooLong(int days) {
        assertThatThrownBy(() -> new RetentionPeriod(days)).isInstanceOf(InvalidPeriod.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 364, 365, 366, 720})
    void acceptsTheBoundariesAndWhatIsBetween(int days) {
        assertThat(new RetentionPeriod(days).isNeverStored()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 364, 365, 366, 720})
    void keepsToTheLastInstantAndNotBeyond(int days) {
        var period = new RetentionPeriod(days);
        Instant submitted = Instant.parse("2027-06-15T12:00:00Z");
        Instant end = submitted.plus(Duration.ofDays(days));

        assertThat(submitted).isAfterOrEqualTo(period.expiredBefore(end.minus(Duration.ofDays(1))));
        assertThat(submitted).isAfterOrEqualTo(period.expiredBefore(end));
        assertThat(submitted).isBefore(period.expiredBefore(end.plusNanos(1000)));
        assertThat(submitted).isBefore(period.expiredBefore(end.plus(Duration.ofDays(1))));
        assertThat(period.endFrom(submitted)).isEqualTo(end);
    }

    @Test
    void isNotMovedByALeapDay() {
        var year = new RetentionPeriod(365);

        assertThat(year.endFrom(Instant.parse("2027-03-01T08:00:00Z"))).isEqualTo("2028-02-29T08:00:00Z");
        assertThat(year.endFrom(Instant.parse("2028-02-29T08:00:00Z"))).isEqualTo("2029-02-28T08:00:00Z");
    }

    @Test
    void isNotMovedByDaylightSaving() {
        var week = new RetentionPeriod(7);
        var beforeTheChange = ZonedDateTime.of(2027, 3, 25, 12, 0, 0, 0, HELSINKI);

        Instant end = week.endFrom(beforeTheChange.toInstant());

        assertThat(Duration.between(beforeTheChange.toInstant(), end)).isEqualTo(Duration.ofHours(7 * 24));
        assertThat(end.atZone(HELSINKI).getHour()).isEqualTo(13);
    }

    @Test
    void letsWhatIsNeverStoredGoAtOnce() {
        Instant now = Instant.parse("2027-06-15T12:00:00Z");

        assertThat(RetentionPeriod.NEVER_STORED.expiredBefore(now)).isEqualTo(now);
    }
}
