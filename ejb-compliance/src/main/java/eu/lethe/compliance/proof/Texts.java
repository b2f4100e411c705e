package eu.lethe.compliance.proof;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Words about proofs in the reader's language: for the offline verifier and for the public page, which say the same. */
public final class Texts {

    /** The languages there are texts in; the first is for everybody else. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.forLanguageTag("fi"));

    private final ResourceBundle bundle;
    private final Locale language;

    private Texts(ResourceBundle bundle, Locale language) {
        this.bundle = bundle;
        this.language = language;
    }

    public static Texts in(Locale wanted) {
        Locale language = LANGUAGES.stream()
                .filter(known -> known.getLanguage().equals(wanted.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
        var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return new Texts(
                ResourceBundle.getBundle(
                        Texts.class.getPackageName() + ".proof", language, Texts.class.getClassLoader(), control),
                language);
    }

    public Locale language() {
        return language;
    }

    public String of(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), language).format(values);
    }

    /** The words for a code of the certificate, or the code itself: a newer Lethe may know more of them. */
    public String code(String kind, String code) {
        try {
            return bundle.getString(kind + "." + code);
        } catch (MissingResourceException newer) {
            return code;
        }
    }
}
