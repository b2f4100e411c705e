package eu.lethe.chat.sites;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an admin decides about a site.
 *
 * @param origins scheme, host and port of pages that may carry the widget, for example {@code https://www.example.org};
 *     an empty list means nobody may
 * @param languages BCP 47 tags, the first is the default
 * @param greeting the assistant's first line, or null for the built-in text in the visitor's language
 * @param suggestions questions offered before the first one, at most 6
 * @param privacyUrl the site's own privacy notice, linked in the widget
 * @param contactUrl where to reach a human, offered when the assistant does not know
 */
public record SiteSettings(
        String name,
        List<String> origins,
        List<String> languages,
        String assistantName,
        @Nullable String greeting,
        List<String> suggestions,
        @Nullable String privacyUrl,
        @Nullable String contactUrl,
        Look look) {}
