package eu.lethe.dashboard.pages;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.chat.sites.Look;
import eu.lethe.chat.sites.SiteSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

class SiteFormTest {

    private final SiteSettings settings = new SiteSettings(
            "Shop",
            List.of("https://shop.example.org"),
            List.of("de", "fi"),
            "Aino",
            "Moi!",
            List.of("When are you open?", "Where are you?"),
            "https://shop.example.org/privacy",
            null,
            new Look("#aa0000", Look.Side.LEFT, Look.Scheme.DARK));

    @Test
    void givesBackWhatItWasGiven() {
        assertThat(SiteForm.of(settings).settings()).isEqualTo(settings);
    }

    @Test
    void readsOneSuggestionFromEachLine() {
        var form = SiteForm.of(settings);
        form.setSuggestions("One?\r\nTwo?\n");

        assertThat(form.settings().suggestions()).containsExactly("One?", "Two?");
    }

    @Test
    void takesEmptyInputsAsNothing() {
        var form = SiteForm.of(settings);
        form.setOrigins(null);
        form.setSuggestions(null);

        assertThat(form.settings().origins()).isEmpty();
        assertThat(form.settings().suggestions()).isEmpty();
    }
}
