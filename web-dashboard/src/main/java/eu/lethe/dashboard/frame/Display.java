package eu.lethe.dashboard.frame;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How this browser wants to see the dashboard: language, colours and time zone, each in a functional cookie that names
 * nobody. Without one the language is the browser's, the colours are the system's, the time is UTC.
 */
@Named
@RequestScoped
public class Display {

    private static final List<String> THEMES = List.of("light", "dark");
    private static final List<Locale> LOCALES = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.forLanguageTag("fi"));
    private static final int YEAR = 365 * 24 * 3600;

    @Inject
    private ExternalContext request;

    private Locale locale = Locale.ENGLISH;
    private ZoneId zone = ZoneOffset.UTC;
    private String theme = "auto";

    @PostConstruct
    void read() {
        String wanted = cookie("lethe-theme");
        theme = THEMES.contains(wanted) ? wanted : "auto";
        locale = locale(cookie("lethe-lang"));
        zone = zone(cookie("lethe-zone"));
    }

    public Locale locale() {
        return locale;
    }

    /** The reader's own variety of the language, for times and numbers: British English, Swiss German. */
    Locale variety() {
        var wanted = request.getRequestLocales();
        while (wanted.hasNext()) {
            Locale each = wanted.next();
            if (each.getLanguage().equals(locale.getLanguage())) {
                return each;
            }
        }
        return locale;
    }

    public ZoneId zone() {
        return zone;
    }

    public String theme() {
        return theme;
    }

    public List<Locale> locales() {
        return LOCALES;
    }

    /** From now on the dashboard speaks this language in this browser. */
    public void speak(String language) {
        LOCALES.stream()
                .filter(known -> known.getLanguage().equals(language))
                .findFirst()
                .ifPresent(known -> {
                    locale = known;
                    keep("lethe-lang", language);
                });
    }

    /** {@code light}, {@code dark}, or {@code auto} for the system's. */
    public void paint(String wanted) {
        theme = THEMES.contains(wanted) ? wanted : "auto";
        keep("lethe-theme", theme);
    }

    private void keep(String name, String value) {
        request.addResponseCookie(
                name, value, Map.of("path", request.getRequestContextPath(), "maxAge", YEAR, "SameSite", "Lax"));
    }

    private Locale locale(String chosen) {
        for (Locale known : LOCALES) {
            if (known.getLanguage().equals(chosen)) {
                return known;
            }
        }
        var wanted = request.getRequestLocales();
        while (wanted.hasNext()) {
            String language = wanted.next().getLanguage();
            for (Locale known : LOCALES) {
                if (known.getLanguage().equals(language)) {
                    return known;
                }
            }
        }
        return Locale.ENGLISH;
    }

    private static ZoneId zone(String name) {
        try {
            return name.isEmpty() ? ZoneOffset.UTC : ZoneId.of(name.replace("%2F", "/"));
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    private String cookie(String name) {
        return request.getRequestCookieMap().get(name) instanceof Cookie found ? found.getValue() : "";
    }
}
