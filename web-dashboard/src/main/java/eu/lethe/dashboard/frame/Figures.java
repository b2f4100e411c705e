package eu.lethe.dashboard.frame;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Writes numbers and times in one language. */
record Figures(Locale locale) {

    private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB"};

    String number(long value) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }

    String percent(double share) {
        return NumberFormat.getPercentInstance(locale).format(share);
    }

    String score(double score) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(score);
    }

    /** In the largest unit that leaves at least 1, with one decimal above bytes. */
    String bytes(long bytes) {
        double left = bytes;
        int unit = 0;
        while (left >= 1024 && unit < UNITS.length - 1) {
            left /= 1024;
            unit++;
        }
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(unit == 0 || left >= 100 ? 0 : 1);
        return format.format(left) + "\u00a0" + UNITS[unit];
    }

    String time(Instant at, ZoneId zone) {
        return write(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT), at, zone);
    }

    String day(Instant at, ZoneId zone) {
        return write(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM), at, zone);
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(day);
    }

    String clock(Instant at, ZoneId zone) {
        return write(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT), at, zone);
    }

    private String write(DateTimeFormatter style, Instant at, ZoneId zone) {
        return style.withLocale(locale).format(at.atZone(zone));
    }
}
