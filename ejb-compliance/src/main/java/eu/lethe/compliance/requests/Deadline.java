package eu.lethe.compliance.requests;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * The last day for an answer: one calendar month after receipt, three if extended (Art. 12(3) GDPR), the days on which the clock
 * waited for proof of identity added. A month that is too short ends with its last day, and what would end on a weekend ends
 * on the Monday after (Regulation 1182/71, Art. 3). Holidays differ by country and are not counted: too early is never wrong.
 */
record Deadline(LocalDate receivedOn, int pausedDays, boolean extended) {

    private static final int MONTHS = 1;
    private static final int MONTHS_EXTENDED = 3;

    LocalDate lastDay() {
        LocalDate last =
                receivedOn.plusMonths(extended ? MONTHS_EXTENDED : MONTHS).plusDays(pausedDays);
        if (last.getDayOfWeek() == DayOfWeek.SATURDAY) {
            return last.plusDays(2);
        }
        return last.getDayOfWeek() == DayOfWeek.SUNDAY ? last.plusDays(1) : last;
    }
}
