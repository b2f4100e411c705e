package eu.lethe.dashboard.pages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Map;

/** Pictures for the kinds of knowledge, by their PrimeIcons class. */
@Named
@ApplicationScoped
public class Icons {

    private static final Map<String, String> ICONS = Map.of(
            "WEBSITE", "pi-globe",
            "SITEMAP", "pi-sitemap",
            "FILE", "pi-file",
            "TEXT", "pi-align-left",
            "FAQ", "pi-question-circle");

    public String of(Enum<?> kind) {
        return ICONS.getOrDefault(kind.name(), "pi-book");
    }
}
