package eu.lethe.compliance.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Art. 12(3) GDPR with Regulation 1182/71, by the calendar. */
class DeadlineTest {

    @ParameterizedTest(name = "{0} plus {1} days, extended {2}: {3}")
    @CsvSource({
        "2026-11-10, 0, false, 2026-12-10",
        // A month that is too short ends with its last day.
        "2027-01-29, 0, false, 2027-03-01",
        "2028-01-31, 0, false, 2028-02-29",
        "2026-08-31, 0, false, 2026-09-30",
        // A Saturday and a Sunday wait for Monday.
        "2026-11-12, 0, false, 2026-12-14",
        "2026-11-13, 0, false, 2026-12-14",
        "2026-11-14, 0, false, 2026-12-14",
        // Three months, not one and then two.
        "2026-11-30, 0, true, 2027-03-01",
        "2026-11-10, 0, true, 2027-02-10",
        // What the clock has waited comes on top.
        "2026-11-10, 3, false, 2026-12-14",
        "2026-11-10, 5, false, 2026-12-15"
    })
    void endsOnTheLastDay(LocalDate received, int paused, boolean extended, LocalDate last) {
        assertThat(new Deadline(received, paused, extended).lastDay()).isEqualTo(last);
    }
}
