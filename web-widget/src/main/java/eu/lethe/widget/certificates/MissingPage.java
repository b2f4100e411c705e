package eu.lethe.widget.certificates;

import eu.lethe.compliance.proof.Texts;
import java.util.Map;

/** What whoever asks for a certificate reads that is not there. */
final class MissingPage {

    private MissingPage() {}

    static String in(Texts texts) {
        return Html.page(
                "missing.html",
                Map.of(
                        "lang",
                        texts.language().getLanguage(),
                        "title",
                        texts.of("page.missing.title"),
                        "text",
                        texts.of("page.missing.text")));
    }
}
