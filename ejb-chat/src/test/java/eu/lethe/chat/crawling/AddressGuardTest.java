package eu.lethe.chat.crawling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

    private static final AllowedHosts NOBODY = new AllowedHosts("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.0.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.1.1.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::1",
                "3fff::1",
                "100::1"
            })
    void refusesAddressesThatAreNotPublic(String address) throws UnknownHostException {
        assertThat(AddressGuard.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.255.255",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2001:4860:4860::8888",
                "2a00:1450::1",
                "2606:4700::1111"
            })
    void letsPublicAddressesThrough(String address) throws UnknownHostException {
        assertThat(AddressGuard.isPublic(InetAddress.getByName(address))).isTrue();
    }

    /** However a number is written, what counts is the address it becomes. */
    @ParameterizedTest
    @ValueSource(strings = {"2130706433", "127.1", "0", "localhost", "[::1]", "127.0.0.1"})
    void refusesLoopbackInEveryWriting(String host) {
        var guard = new AddressGuard(NOBODY, InetAddress::getAllByName);

        assertThatThrownBy(() -> guard.resolve(host, 80)).isInstanceOf(AddressGuard.Forbidden.class);
    }

    @Test
    void dropsThePrivateAddressesOfANameThatHasBoth() throws UnknownHostException {
        var guard = new AddressGuard(NOBODY, host ->
                new InetAddress[] {InetAddress.getByName("10.0.0.1"), InetAddress.getByName("1.1.1.1")});

        assertThat(guard.resolve("mixed.example", 443))
                .extracting(address -> address.getAddress().getHostAddress())
                .containsExactly("1.1.1.1");
    }

    @Test
    void letsAnAllowedHostThroughOnItsPortOnly() throws UnknownHostException {
        var guard = new AddressGuard(new AllowedHosts("intranet.example, Docs.example:8080"), host ->
                new InetAddress[] {InetAddress.getByName("10.0.0.1")});

        assertThat(guard.resolve("intranet.example", 443)).hasSize(1);
        assertThat(guard.resolve("docs.example", 8080)).hasSize(1);
        assertThatThrownBy(() -> guard.resolve("docs.example", 80)).isInstanceOf(AddressGuard.Forbidden.class);
        assertThatThrownBy(() -> guard.resolve("intranet.example", 8443)).isInstanceOf(AddressGuard.Forbidden.class);
    }

    @Test
    void asksForNoConnectionToAPrivateAddress() throws Exception {
        var questions = new AtomicInteger();
        var guard = new AddressGuard(NOBODY, host -> {
            questions.incrementAndGet();
            return new InetAddress[] {InetAddress.getLoopbackAddress()};
        });
        try (var web = new WebClient(NOBODY, guard, "Lethe/test")) {
            assertThatThrownBy(() -> web.get(URI.create("http://inside.example:8080/"), Validators.NONE, uri -> true))
                    .hasMessage("port-not-allowed");
            assertThat(questions).hasValue(0);
            assertThatThrownBy(() -> web.get(URI.create("http://inside.example/"), Validators.NONE, uri -> true))
                    .hasMessage("address-not-allowed");
        }
    }

    /** A name that is public when it is checked and private when it is used: here nobody asks between the two. */
    @Test
    void pinsAConnectionToTheOneAnswerOfTheNameServer() throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        int port = server.getAddress().getPort();
        var questions = new AtomicInteger();
        var allowed = new AllowedHosts("pinned.example:" + port);
        var guard = new AddressGuard(allowed, host -> {
            boolean first = questions.getAndIncrement() == 0;
            return new InetAddress[] {first ? InetAddress.getLoopbackAddress() : InetAddress.getByName("127.0.0.2")};
        });
        try (var web = new WebClient(allowed, guard, "Lethe/test")) {
            var page = URI.create("http://pinned.example:" + port + "/");
            assertThat(web.get(page, Validators.NONE, uri -> true).status()).isEqualTo(200);
        } catch (IOException closing) {
            throw new AssertionError(closing);
        } finally {
            server.stop(0);
        }
        assertThat(questions).hasValue(1);
    }
}
