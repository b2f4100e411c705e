package eu.lethe.widget.certificates;

import eu.lethe.compliance.proof.Texts;
import java.util.Map;

/** The key that signs here, for comparing. */
final class KeyPage {

    private KeyPage() {}

    static String of(String keyId, String publicKey, Texts texts) {
        return Html.page(
                "key.html",
                Map.of(
                        "lang",
                        texts.language().getLanguage(),
                        "title",
                        texts.of("page.key.title"),
                        "text",
                        texts.of("page.key.text"),
                        "fingerprint",
                        texts.of("page.key.fingerprint"),
                        "keyid",
                        keyId,
                        "public",
                        texts.of("page.key.public"),
                        "key",
                        publicKey,
                        "verifier",
                        texts.of("page.offline.verifier")));
    }
}
