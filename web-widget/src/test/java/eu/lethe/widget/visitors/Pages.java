package eu.lethe.widget.visitors;

import eu.lethe.chat.sites.Look;
import eu.lethe.chat.sites.PublishedSite;
import eu.lethe.chat.sites.SiteSettings;
import eu.lethe.compliance.kernel.AccountId;
import java.util.List;
import java.util.UUID;

/** Sites to test with. */
final class Pages {

    private Pages() {}

    static PublishedSite library(String... languages) {
        return new PublishedSite(
                AccountId.random(),
                UUID.randomUUID(),
                "library",
                new SiteSettings(
                        "Riverside Library",
                        List.of("https://library.example"),
                        List.of(languages),
                        "Ada",
                        null,
                        List.of(),
                        null,
                        null,
                        Look.DEFAULT));
    }
}
