package eu.lethe.chat.extraction;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names for documents that do not name themselves well. */
final class Titles {

    private static final Pattern SITE = Pattern.compile("\\s+[|–—·»-]\\s+[^|–—·»]{2,40}$");
    private static final Pattern MACHINE = Pattern.compile(
            "(?i)(microsoft (word|powerpoint|excel) - .*|untitled.*|document\\d*|title|.*\\.(docx?|pptx?|xlsx?|pdf|indd|tex|dvi|tmp))");

    private Titles() {}

    /** The title without the website's own name behind it. */
    static String withoutSite(String title) {
        String shorter = SITE.matcher(title).replaceFirst("").strip();
        return shorter.isEmpty() ? title : shorter;
    }

    /** A title from a file's properties, or null if a program made it up. */
    static @Nullable String sensible(@Nullable String property) {
        if (property == null || property.isBlank() || property.length() > 200) {
            return null;
        }
        String title = property.strip();
        return MACHINE.matcher(title).matches() ? null : title;
    }

    /** {@code opening-hours_2024.pdf} as "Opening hours 2024". */
    static String ofFile(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1).replaceFirst("\\.[A-Za-z0-9]{1,5}$", "");
        String words = last.replaceFirst("[._](?i:[a-z]{2})$", "")
                .replaceAll("[-_+]+|%20", " ")
                .strip();
        if (words.isEmpty()) {
            return name.isBlank() ? "/" : name;
        }
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
