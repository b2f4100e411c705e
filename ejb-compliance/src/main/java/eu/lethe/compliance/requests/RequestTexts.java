package eu.lethe.compliance.requests;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people read about their requests, in their language. */
record RequestTexts(Locale locale, ResourceBundle bundle) {

    static final List<String> LANGUAGES = List.of("en", "de", "fi");

    private static final ResourceBundle.Control ENGLISH_OTHERWISE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    static RequestTexts in(String language) {
        Locale locale = Locale.forLanguageTag(known(language));
        return new RequestTexts(
                locale,
                ResourceBundle.getBundle(
                        "eu.lethe.compliance.requests.requests",
                        locale,
                        RequestTexts.class.getClassLoader(),
                        ENGLISH_OTHERWISE));
    }

    /** The language of the tag if there are texts in it, else English. */
    static String known(String tag) {
        String language = Locale.forLanguageTag(tag).getLanguage();
        return LANGUAGES.contains(language) ? language : "en";
    }

    String text(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    String kind(RequestKind kind) {
        return text("kind." + kind);
    }

    /** Why a request of this kind is refused, citing the law as it is cited in the language. */
    String ground(RefusalGround ground, RequestKind kind) {
        String articles =
                Stream.of(ground.article(kind).split(", ")).map(this::cited).collect(Collectors.joining(", "));
        return text("refusal." + ground, articles);
    }

    private String cited(String article) {
        String[] parts = article.replace(")", "").split("\\(");
        String key = "article." + parts.length;
        return text(key, (Object[]) parts);
    }

    String ground(ExtensionGround ground) {
        return text("extension." + ground);
    }

    /** Art. 12(4) GDPR: complaint and court. */
    String remedy() {
        return text("remedy");
    }
}
