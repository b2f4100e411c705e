package eu.lethe.compliance.reports;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The report's own words, and dates and numbers as its language writes them. */
final class Texts {

    private static final List<String> LANGUAGES = List.of("en", "de", "fi");

    private final Locale language;
    private final ResourceBundle texts;

    private Texts(Locale language) {
        this.language = language;
        this.texts = ResourceBundle.getBundle(
                Texts.class.getPackageName() + ".report",
                language,
                Texts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** English for a language that has no texts. */
    static Texts in(Locale wanted) {
        boolean known = LANGUAGES.contains(wanted.getLanguage());
        // Plain English would write dates as Americans do.
        return new Texts(known && !wanted.equals(Locale.ENGLISH) ? wanted : Locale.UK);
    }

    Locale language() {
        return language;
    }

    String get(String key, Object... values) {
        String text = texts.getString(key);
        return values.length == 0 ? text : new MessageFormat(text, language).format(values);
    }

    String moment(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(language)
                .withZone(ZoneOffset.UTC)
                .format(at);
    }

    String day(Instant at) {
        return day(at.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language)
                .format(day);
    }

    boolean has(String key) {
        return texts.containsKey(key);
    }

    String number(Number value) {
        return NumberFormat.getInstance(language).format(value);
    }

    String share(Number value) {
        return NumberFormat.getPercentInstance(language).format(value);
    }

    String country(String code) {
        return new Locale("", code).getDisplayCountry(language);
    }

    String language(String tag) {
        String name = Locale.forLanguageTag(tag).getDisplayName(language);
        return name.isEmpty() ? tag : name;
    }

    String yesOrNo(boolean value) {
        return get(value ? "yes" : "no");
    }
}
