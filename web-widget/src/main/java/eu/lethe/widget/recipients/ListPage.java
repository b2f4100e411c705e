package eu.lethe.widget.recipients;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the list for people, in their language as far as we speak it. No script and no style: it must open anywhere. */
final class ListPage {

    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.forLanguageTag("fi"));
    private static final ResourceBundle.Control ENGLISH_OTHERWISE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final ResourceBundle texts;

    private ListPage(Locale locale) {
        this.locale = locale;
        this.texts = ResourceBundle.getBundle(
                "eu.lethe.widget.recipients.list", locale, ListPage.class.getClassLoader(), ENGLISH_OTHERWISE);
    }

    /** @param wanted an Accept-Language header, or null */
    static ListPage in(@Nullable String wanted) {
        return new ListPage(language(wanted));
    }

    private static Locale language(@Nullable String wanted) {
        if (wanted == null || wanted.isBlank()) {
            return Locale.ENGLISH;
        }
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(wanted), SPOKEN);
            return found == null ? Locale.ENGLISH : found;
        } catch (IllegalArgumentException noLanguage) {
            return Locale.ENGLISH;
        }
    }

    String of(PublicList list) {
        String rows = list.recipients().stream().map(this::row).collect(Collectors.joining());
        String table = rows.isEmpty()
                ? "<p>%s</p>".formatted(text("nobody"))
                : "<table border=\"1\" cellpadding=\"6\"><caption>%s</caption><thead><tr>%s</tr></thead><tbody>%s</tbody></table>"
                        .formatted(text("recipients"), heads(), rows);
        return """
                <!doctype html>
                <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>%s</title></head>
                <body><main><h1>%s</h1><p>%s</p>%s%s</main></body></html>
                """.formatted(
                        locale.toLanguageTag(),
                        text("title"),
                        text("title"),
                        text("of").formatted(escaped(list.site())),
                        table,
                        notUsed(list.notUsed()));
    }

    private String heads() {
        return List.of("name", "category", "country", "retention", "state").stream()
                .map(head -> "<th scope=\"col\">" + text(head) + "</th>")
                .collect(Collectors.joining());
    }

    private String row(PublicList.Entry entry) {
        return "<tr><th scope=\"row\">%s</th><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>"
                .formatted(
                        name(entry),
                        text("category." + entry.category()),
                        country(entry),
                        entry.retentionDays() == null
                                ? text("retention.open")
                                : text("retention.days").formatted(entry.retentionDays()),
                        state(entry));
    }

    private String name(PublicList.Entry entry) {
        var lines = new StringBuilder(escaped(entry.name()));
        for (String more : new String[] {entry.address(), entry.contact()}) {
            if (more != null) {
                lines.append("<br>").append(escaped(more));
            }
        }
        return lines.toString();
    }

    private String country(PublicList.Entry entry) {
        String ground = text("mechanism." + entry.mechanism());
        return entry.country() == null
                ? ground
                : escaped(new Locale.Builder()
                                .setRegion(entry.country())
                                .build()
                                .getDisplayCountry(locale))
                        + "<br>"
                        + ground;
    }

    private String state(PublicList.Entry entry) {
        return switch (entry.state()) {
            case "ANNOUNCED" -> text("state.ANNOUNCED").formatted(date(entry.activeFrom()));
            case "ACTIVE" -> text("state.ACTIVE").formatted(date(entry.activeFrom()));
            default -> text("state.ENDED").formatted(date(entry.activeFrom()), date(entry.endedAt()));
        };
    }

    private String notUsed(List<String> categories) {
        return categories.isEmpty()
                ? ""
                : "<h2>%s</h2><ul>%s</ul>"
                        .formatted(
                                text("not-used"),
                                categories.stream()
                                        .map(category -> "<li>" + text("category." + category) + "</li>")
                                        .collect(Collectors.joining()));
    }

    private String date(@Nullable String moment) {
        return moment == null
                ? ""
                : escaped(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .format(Instant.parse(moment).atZone(ZoneOffset.UTC)));
    }

    private String text(String key) {
        return texts.getString(key);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
