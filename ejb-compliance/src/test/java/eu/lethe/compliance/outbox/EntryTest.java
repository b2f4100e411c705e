package eu.lethe.compliance.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.compliance.kernel.AccountId;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EntryTest {

    @Test
    void pausesLongerAfterEachFailureUpToFiveMinutes() {
        assertThat(pauseAfter(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(pauseAfter(2)).isEqualTo(Duration.ofSeconds(2));
        assertThat(pauseAfter(9)).isEqualTo(Duration.ofSeconds(256));
        assertThat(pauseAfter(10)).isEqualTo(Duration.ofMinutes(5));
        assertThat(pauseAfter(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(5));
    }

    private static Duration pauseAfter(int attempts) {
        return new Entry(UUID.randomUUID(), AccountId.random(), UUID.randomUUID(), attempts).pause();
    }
}
