package eu.lethe.dashboard.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers and times as a person in the reader's place and language writes them. */
@Named
@RequestScoped
public class Show {

    @Inject
    private Display display;

    @Inject
    private Texts texts;

    @Inject
    private Clock clock;

    public String number(long value) {
        return figures().number(value);
    }

    public String percent(@Nullable Double share) {
        return share == null ? "–" : figures().percent(share);
    }

    public String score(double score) {
        return figures().score(score);
    }

    public String bytes(long bytes) {
        return figures().bytes(bytes);
    }

    public String time(@Nullable Instant at) {
        return at == null ? "–" : figures().time(at, display.zone());
    }

    public String date(@Nullable Instant at) {
        return at == null ? "–" : figures().day(at, display.zone());
    }

    /** A day of the calendar, the same wherever the reader is. */
    public String day(LocalDate day) {
        return figures().day(day);
    }

    public String clock(@Nullable Instant at) {
        return at == null ? "–" : figures().clock(at, display.zone());
    }

    /** How long ago, in the coarsest unit that is still true. */
    public String ago(@Nullable Instant at) {
        if (at == null) {
            return texts.of("ago.never");
        }
        long minutes = Duration.between(at, clock.instant()).toMinutes();
        if (minutes < 1) {
            return texts.of("ago.now");
        }
        if (minutes < 60) {
            return texts.of("ago.minutes", minutes);
        }
        if (minutes < 24 * 60) {
            return texts.of("ago.hours", minutes / 60);
        }
        long days = minutes / (24 * 60);
        return days <= 7 ? texts.of("ago.days", days) : figures().day(at, display.zone());
    }

    /** The name of a language, or the tag itself where it has none. */
    public String language(@Nullable String tag) {
        if (tag == null || tag.isBlank()) {
            return "–";
        }
        return "auto".equals(tag)
                ? texts.of("language.auto")
                : Locale.forLanguageTag(tag).getDisplayName(display.locale());
    }

    /** The name of a country by its two letters. */
    public String country(String code) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(display.locale());
    }

    /** The name of a language in itself. */
    public String ownName(Locale locale) {
        String name = locale.getDisplayLanguage(locale);
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    /** Width of a bar: a share from 0 to 1 as whole percents, never outside. */
    public int width(double share) {
        return (int) Math.round(Math.max(0, Math.min(1, share)) * 100);
    }

    private Figures figures() {
        return new Figures(display.variety());
    }
}
