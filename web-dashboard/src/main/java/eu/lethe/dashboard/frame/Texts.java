package eu.lethe.dashboard.frame;

import eu.lethe.chat.knowledge.InvalidSource;
import eu.lethe.compliance.kernel.Problem;
import eu.lethe.compliance.restrictions.Held;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words of the dashboard in the language of the one who reads. Pages use the same bundle as {@code t}. */
@Named
@ApplicationScoped
public class Texts {

    static final String BUNDLE = "eu.lethe.dashboard.Text";

    private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)]\\((https?://[^)\\s]+)\\)");

    @Inject
    private Display display;

    /** @param details put in the places {0}, {1} … of the text */
    public String of(String key, Object... details) {
        return format(bundle(display.locale()).getString(key), details);
    }

    /** What a refusal means, in the reader's language; its own English sentence where we have no better one. */
    public String of(Problem problem) {
        String any = find("problem." + problem.code(), problem.detail());
        String text = find("problem." + problem.code() + "." + problem.field(), any);
        if (problem instanceof Held held) {
            return format(text, held.law());
        }
        return problem instanceof InvalidSource table && table.line() > 0 ? format(text, table.line()) : text;
    }

    /** What a code kept with a source or document means. */
    public String problem(@Nullable String code) {
        if (code == null) {
            return "";
        }
        return code.startsWith("http-")
                ? of("problem.http", code.substring("http-".length()))
                : find("problem." + code, of("problem.other", code));
    }

    /** The name of something the application names by a code; the code itself, readable, where we have none. */
    public String name(String prefix, @Nullable Object code) {
        return code == null ? "–" : find(prefix + code, readable(code.toString()));
    }

    private static String readable(String code) {
        return code.replace('_', ' ').replace('-', ' ').toLowerCase(Locale.ROOT);
    }

    /** Who wrote an answer: a model at a host, or Lethe itself. */
    public String writer(String model, @Nullable String provider) {
        return provider == null || provider.equals("lethe")
                ? find("model." + model, model)
                : of("message.model", model, provider);
    }

    /** An answer as text: a link is named with its address, where the widget would show it as one. */
    public String prose(String answer) {
        return LINK.matcher(answer).replaceAll("$1 ($2)");
    }

    private String find(String key, String otherwise) {
        try {
            return bundle(display.locale()).getString(key);
        } catch (MissingResourceException unnamed) {
            return otherwise;
        }
    }

    private String format(String pattern, Object... details) {
        return details.length == 0 ? pattern : new MessageFormat(pattern, display.locale()).format(details);
    }

    static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(BUNDLE, locale);
    }
}
