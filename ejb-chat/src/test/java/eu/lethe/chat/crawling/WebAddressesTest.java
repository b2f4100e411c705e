package eu.lethe.chat.crawling;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressesTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "HTTP://Example.COM:80 -> http://example.com/",
                "https://example.com:443/a/./b/../c#part -> https://example.com/a/c",
                "https://example.com/?utm_source=x&b=2&gclid=1&a=1 -> https://example.com/?b=2&a=1",
                "https://example.com/?fbclid=1 -> https://example.com/",
                "https://example.com/a;jsessionid=1F2 -> https://example.com/a",
                "https://bücher.example/straße -> https://xn--bcher-kva.example/stra%C3%9Fe",
                "https://example.com/a b|c -> https://example.com/a%20b%7Cc",
                "https://example.com/100%/x%20y -> https://example.com/100%25/x%20y"
            })
    void writesAnAddressInOneWay(String written, String canonical) {
        assertThat(WebAddresses.canonical(written)).contains(URI.create(canonical));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com",
                "ftp://example.com/",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "http://",
                "http://user:pw@example.com/",
                "http://exa mple.com/",
                "http://[::1/",
                "http://example.com\\@127.0.0.1/",
                "gopher://127.0.0.1:25/"
            })
    void refusesWhatIsNoWebAddress(String written) {
        assertThat(WebAddresses.canonical(written)).isEmpty();
    }

    @Test
    void takesTheTwinWithWwwForTheSameSiteAndNothingElse() {
        var site = URI.create("https://example.com/");

        assertThat(WebAddresses.sameSite(site, URI.create("http://www.example.com/a")))
                .isTrue();
        assertThat(WebAddresses.sameSite(site, URI.create("https://shop.example.com/")))
                .isFalse();
        assertThat(WebAddresses.sameSite(site, URI.create("https://example.com:8443/")))
                .isFalse();
        assertThat(WebAddresses.sameSite(site, URI.create("https://example.com.evil.example/")))
                .isFalse();
    }
}
