package eu.lethe.widget.certificates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page from its template: {@code {{name}}} stands for a text, which is escaped, {@code {{{name}}}} for HTML made here. */
final class Html {

    private static final Pattern PLACE = Pattern.compile("\\{\\{\\{([a-z]+)}}}|\\{\\{([a-z]+)}}");

    private Html() {}

    static String page(String template, Map<String, String> values) {
        return PLACE.matcher(read(template)).replaceAll(place -> {
            String raw = place.group(1);
            String value = values.get(raw == null ? place.group(2) : raw);
            if (value == null) {
                throw new IllegalStateException(template + " asks for " + place.group());
            }
            return Matcher.quoteReplacement(raw == null ? escape(value) : value);
        });
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String read(String template) {
        try (var in = Html.class.getResourceAsStream(template)) {
            if (in == null) {
                throw new IllegalStateException("the build left out " + template);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
