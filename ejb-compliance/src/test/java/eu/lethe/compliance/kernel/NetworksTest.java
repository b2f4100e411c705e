package eu.lethe.compliance.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworksTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 20010db800010002::/64",
        "2001:db8:1:2::ffff, 20010db800010002::/64",
        "2001:db8:1:3::1, 20010db800010003::/64",
        "fe80::1%eth0, fe80000000000000::/64",
        "::1, 0::/64",
        "::ffff:192.0.2.7, 192.0.2.7",
        "192.0.2.7:5555, 192.0.2.7:5555",
        "a:b, a:b",
        "unknown, unknown",
        "'', ''"
    })
    void countsAnIpv6NetworkAsOne(String address, String network) {
        assertThat(Networks.network(address)).isEqualTo(network);
    }

    @Test
    void asksNoResolverForWhatIsNoAddress() {
        assertThat(Networks.network("nobody.example:x")).isEqualTo("nobody.example:x");
    }
}
