package eu.lethe.compliance.restore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClosedDoorTest {

    @Test
    void aServerThatHasLookedAtNothingIsClosed() {
        var guard = new RestoreGuard();
        assertThat(guard.isOpen()).isFalse();
        assertThat(guard.state()).isEqualTo(RestoreGuard.State.CHECKING);
    }
}
