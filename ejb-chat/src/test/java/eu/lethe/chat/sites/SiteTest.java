package eu.lethe.chat.sites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.lethe.compliance.kernel.AccountId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "https://WWW.Example.org/, https://www.example.org",
        "https://www.example.org:443, https://www.example.org",
        "http://localhost:8081, http://localhost:8081",
        "' https://shop.example ', https://shop.example"
    })
    void keepsAnOriginAsABrowserSendsIt(String given, String kept) {
        var site = opened(settings("Shop", List.of(given), List.of("en")));

        assertThat(site.published().allows(kept)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.org",
                "https://",
                "https://example.org/path",
                "https://example.org?q",
                "https://user@example.org",
                "ftp://example.org",
                "*",
                "null",
                "javascript:alert(1)",
                "https://exa mple.org"
            })
    void refusesWhatIsNoOrigin(String origin) {
        assertThatThrownBy(() -> opened(settings("Shop", List.of(origin), List.of("en"))))
                .isInstanceOf(InvalidSite.class)
                .extracting(problem -> ((InvalidSite) problem).field())
                .isEqualTo("origins");
    }

    @Test
    void allowsNobodyWithoutOrigins() {
        var site = opened(settings("Shop", List.of(), List.of("en"))).published();

        assertThat(site.allows("https://www.example.org")).isFalse();
    }

    @Test
    void refusesAnEmptyNameAndNamesTheField() {
        assertThatThrownBy(() -> opened(settings("  ", List.of(), List.of("en"))))
                .isInstanceOf(InvalidSite.class)
                .hasMessageContaining("name");
    }

    @Test
    void normalisesLanguagesAndKeepsTheirOrder() {
        var site = opened(settings("Shop", List.of(), List.of("de", "en_GB", "de")));

        assertThat(site.view().settings().languages()).containsExactly("de", "en-GB");
    }

    @Test
    void refusesMoreSuggestionsThanFit() {
        var many = new SiteSettings(
                "Shop",
                List.of(),
                List.of("en"),
                "Assistant",
                null,
                IntStream.range(0, 7).mapToObj(i -> "Question " + i).toList(),
                null,
                null,
                Look.DEFAULT);

        assertThatThrownBy(() -> opened(many)).isInstanceOf(InvalidSite.class).hasMessageContaining("6");
    }

    @Test
    void keepsTheOldSettingsWhenAChangeIsRefused() {
        var site = opened(settings("Shop", List.of(), List.of("en")));

        assertThatThrownBy(() -> site.change(settings("New", List.of(), Collections.emptyList())))
                .isInstanceOf(InvalidSite.class);

        assertThat(site.view().settings().name()).isEqualTo("Shop");
    }

    private static Site opened(SiteSettings settings) {
        return Site.opened(AccountId.random(), "shop", settings, NOW);
    }

    private static SiteSettings settings(String name, List<String> origins, List<String> languages) {
        return new SiteSettings(name, origins, languages, "Assistant", null, List.of(), null, null, Look.DEFAULT);
    }
}
