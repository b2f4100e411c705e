package eu.lethe.widget.visitors;

import eu.lethe.chat.sites.PublishedSite;
import eu.lethe.chat.sites.SiteSettings;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the widget needs to know to show itself on a site. */
public record PublicLook(
        String name,
        String assistantName,
        @Nullable String greeting,
        List<String> suggestions,
        List<String> languages,
        @Nullable String privacyUrl,
        @Nullable String contactUrl,
        String accent,
        String side,
        String scheme) {

    static PublicLook of(PublishedSite site) {
        SiteSettings settings = site.settings();
        return new PublicLook(
                settings.name(),
                settings.assistantName(),
                settings.greeting(),
                settings.suggestions(),
                settings.languages(),
                settings.privacyUrl(),
                settings.contactUrl(),
                settings.look().accent(),
                settings.look().side().name().toLowerCase(Locale.ROOT),
                settings.look().scheme().name().toLowerCase(Locale.ROOT));
    }
}
