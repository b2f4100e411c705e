package eu.lethe.chat.sites;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which settings a site may have. Returns them tidied: trimmed, origins lower-case without a trailing slash, no doubles. */
final class SiteRules {

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final int MOST_ORIGINS = 50;
    private static final int MOST_LANGUAGES = 20;
    private static final int MOST_SUGGESTIONS = 6;

    private SiteRules() {}

    static SiteSettings checked(SiteSettings settings) {
        return new SiteSettings(
                text("name", settings.name(), 100),
                origins(settings.origins()),
                languages(settings.languages()),
                text("assistantName", settings.assistantName(), 60),
                optional("greeting", settings.greeting(), 500),
                suggestions(settings.suggestions()),
                url("privacyUrl", settings.privacyUrl()),
                url("contactUrl", settings.contactUrl()),
                look(settings.look()));
    }

    private static String text(String field, @Nullable String value, int longest) {
        String text = value == null ? "" : value.strip();
        if (text.isEmpty()) {
            throw new InvalidSite(field, "required", "The field " + field + " must not be empty.");
        }
        return notLonger(field, text, longest);
    }

    private static @Nullable String optional(String field, @Nullable String value, int longest) {
        return value == null || value.isBlank() ? null : notLonger(field, value.strip(), longest);
    }

    private static String notLonger(String field, String text, int longest) {
        if (text.length() > longest) {
            throw new InvalidSite(field, "too-long", "The field " + field + " may have " + longest + " characters.");
        }
        return text;
    }

    private static List<String> origins(@Nullable List<String> origins) {
        var tidy = new LinkedHashSet<String>();
        for (String origin : origins == null ? List.<String>of() : origins) {
            tidy.add(origin(origin.strip()));
        }
        if (tidy.size() > MOST_ORIGINS) {
            throw new InvalidSite("origins", "too-many", "A site may have " + MOST_ORIGINS + " origins.");
        }
        return List.copyOf(tidy);
    }

    private static String origin(String text) {
        try {
            var uri = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            boolean plain = uri.getHost() != null
                    && isWeb(uri)
                    && uri.getRawPath().isEmpty()
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && uri.getRawUserInfo() == null;
            if (plain) {
                return serialised(uri);
            }
        } catch (URISyntaxException wrong) {
            // Said below, in one place for every way of being wrong.
        }
        throw new InvalidSite(
                "origins",
                "invalid-origin",
                "An origin is scheme, host and port only, such as https://www.example.org.");
    }

    // As a browser sends it (RFC 6454): lower-case, the default port left out.
    private static String serialised(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        boolean usual = uri.getPort() == -1 || uri.getPort() == ("https".equals(scheme) ? 443 : 80);
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + (usual ? "" : ":" + uri.getPort());
    }

    private static boolean isWeb(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
    }

    private static List<String> languages(@Nullable List<String> languages) {
        var tidy = new LinkedHashSet<String>();
        for (String language : languages == null ? List.<String>of() : languages) {
            String tag =
                    Locale.forLanguageTag(language.strip().replace('_', '-')).toLanguageTag();
            if ("und".equals(tag)) {
                throw new InvalidSite("languages", "invalid-language", "A language is a tag such as en, de or fi.");
            }
            tidy.add(tag);
        }
        if (tidy.isEmpty() || tidy.size() > MOST_LANGUAGES) {
            throw new InvalidSite("languages", "required", "A site speaks 1 to " + MOST_LANGUAGES + " languages.");
        }
        return List.copyOf(tidy);
    }

    private static List<String> suggestions(@Nullable List<String> suggestions) {
        List<String> tidy = (suggestions == null ? List.<String>of() : suggestions)
                .stream()
                        .filter(one -> !one.isBlank())
                        .map(one -> notLonger("suggestions", one.strip(), 120))
                        .distinct()
                        .toList();
        if (tidy.size() > MOST_SUGGESTIONS) {
            throw new InvalidSite("suggestions", "too-many", "A site may suggest " + MOST_SUGGESTIONS + " questions.");
        }
        return tidy;
    }

    private static @Nullable String url(String field, @Nullable String value) {
        String text = optional(field, value, 500);
        if (text == null) {
            return null;
        }
        try {
            var uri = new URI(text);
            if (isWeb(uri) && uri.getHost() != null) {
                return text;
            }
        } catch (URISyntaxException wrong) {
            // Said below.
        }
        throw new InvalidSite(field, "invalid-url", "An address starts with https:// or http:// and names a host.");
    }

    private static Look look(@Nullable Look look) {
        if (look == null) {
            return Look.DEFAULT;
        }
        if (!COLOUR.matcher(look.accent()).matches()) {
            throw new InvalidSite("accent", "invalid-colour", "A colour is # and six hexadecimal digits.");
        }
        return new Look(look.accent().toLowerCase(Locale.ROOT), look.side(), look.scheme());
    }
}
