package eu.lethe.compliance.recipients;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.9.9", "169.254.169.254", "100.64.0.1", "0.0.0.0",
                "198.18.0.1", "224.0.0.1", "::1", "fc00::1", "fe80::1", "2002:7f00:1::", "::ffff:10.0.0.1"
            })
    void keepsWhatOnlyThisServerCanReach(String address) throws UnknownHostException {
        assertThat(NoticeAddresses.isInside(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.216.34", "8.8.8.8", "2606:2800:220:1::1"})
    void letsThePublicInternetBe(String address) throws UnknownHostException {
        assertThat(NoticeAddresses.isInside(InetAddress.getByName(address))).isFalse();
    }
}
