package eu.lethe.compliance.reminders;

import eu.lethe.compliance.alerts.Alert;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** What a reminder says: how many of what, since when, and where to look. */
final class ReminderLetter {

    private static final ResourceBundle.Control ENGLISH_OTHERWISE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final ResourceBundle texts;
    private final String company;
    private final Optional<String> publicUrl;

    /** @param language en, de or fi */
    ReminderLetter(String language, String company, Optional<String> publicUrl) {
        this.locale = Locale.forLanguageTag(language);
        this.texts = ResourceBundle.getBundle(
                "eu.lethe.compliance.reminders.reminders",
                locale,
                ReminderLetter.class.getClassLoader(),
                ENGLISH_OTHERWISE);
        this.company = company;
        this.publicUrl = publicUrl;
    }

    String subject() {
        return text("subject", company);
    }

    String text(List<Alert> waiting) {
        String lines = waiting.stream().map(alert -> "- " + line(alert)).collect(Collectors.joining("\n"));
        String where = publicUrl
                .map(url -> "\n\n" + text("where", url.replaceAll("/+$", "") + "/dashboard/overview"))
                .orElse("");
        return text("lead", company) + "\n\n" + lines + where + "\n\n" + text("end");
    }

    private String line(Alert alert) {
        String day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(LocalDate.ofInstant(alert.oldest(), ZoneOffset.UTC));
        return text("matter." + alert.matter(), alert.count(), day);
    }

    private String text(String key, Object... details) {
        return new MessageFormat(texts.getString(key), locale).format(details);
    }
}
