package eu.lethe.compliance.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LeaseTest {

    @Test
    void isAsLongAsItIsSet() {
        assertThat(of("PT1M").seconds()).isEqualTo(60);
        assertThat(of("PT5S").seconds()).isEqualTo(5);
    }

    @Test
    void refusesToBeTakenFromAWorkerThatIsOnlySlow() {
        assertThatThrownBy(() -> of("PT4.999S")).hasMessage("lethe.erasure.lease must be at least PT5S, not PT4.999S.");
        assertThatThrownBy(() -> of("PT-1M")).hasMessageContaining("not PT-1M");
    }

    private static Lease of(String duration) {
        var lease = new Lease();
        lease.configured = Duration.parse(duration);
        lease.refuseWhatIsTooShort();
        return lease;
    }
}
