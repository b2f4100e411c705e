package eu.lethe.dashboard.pages;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.chat.conversations.Phase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ConversationFilterTest {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    private final ConversationFilter filter = new ConversationFilter();

    @Test
    void countsBothDaysWholeWhereTheMemberIs() {
        filter.setFrom(LocalDate.of(2026, 3, 1));
        filter.setTo(LocalDate.of(2026, 3, 1));

        assertThat(filter.filter(HELSINKI).from()).isEqualTo(Instant.parse("2026-02-28T22:00:00Z"));
        assertThat(filter.filter(HELSINKI).to()).isEqualTo(Instant.parse("2026-03-01T22:00:00Z"));
    }

    @Test
    void asksForUnansweredOrForAllButNeverForAnsweredOnly() {
        assertThat(filter.filter(HELSINKI).unanswered()).isNull();

        filter.setUnanswered(true);

        assertThat(filter.filter(HELSINKI).unanswered()).isTrue();
    }

    @Test
    void isEmptyAgainWhenCleared() {
        filter.setPhase(Phase.CLOSED);
        filter.setQuery("qualified");
        assertThat(filter.isAny()).isTrue();

        filter.clear();

        assertThat(filter.isAny()).isFalse();
        assertThat(filter.filter(HELSINKI).query()).isNull();
    }

    @Test
    void takesBlanksForNoSearch() {
        filter.setQuery("   ");

        assertThat(filter.isAny()).isFalse();
    }
}
