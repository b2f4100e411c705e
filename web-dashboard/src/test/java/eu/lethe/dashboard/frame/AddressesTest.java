package eu.lethe.dashboard.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

    @ParameterizedTest
    @ValueSource(strings = {"/sites", "/site?id=0b54e8d2-6df3-4c53-a2f5-50bfb8f3d0b5", "/add-source?site=1&kind=text"})
    void goesOnToPagesOfTheDashboard(String wanted) {
        assertThat(Addresses.ours(wanted)).isEqualTo(wanted);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "/",
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "/sites?next=//evil.example",
                "/sites\r\nSet-Cookie: a=b",
                "/login",
                "/login?next=/login"
            })
    void goesNowhereElse(String wanted) {
        assertThat(Addresses.ours(wanted)).isEqualTo("/overview");
    }

    @Test
    void keepsTheQueryOfAPageOnly() {
        assertThat(Addresses.queryOf("http://localhost/dashboard/site?id=12")).isEqualTo("?id=12");
        assertThat(Addresses.queryOf("http://localhost/dashboard/sites")).isEmpty();
        assertThat(Addresses.queryOf("http://localhost/site?a=<b>")).isEmpty();
        assertThat(Addresses.queryOf("http://localhost/site?a=%0d%0a")).isEmpty();
        assertThat(Addresses.queryOf(null)).isEmpty();
    }
}
