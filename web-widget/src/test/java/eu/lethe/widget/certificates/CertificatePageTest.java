package eu.lethe.widget.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.compliance.proof.Signed;
import eu.lethe.compliance.proof.SigningKey;
import eu.lethe.compliance.proof.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CertificatePageTest {

    private static final Signed CERTIFICATE = Signed.sign(
            Signed.CERTIFICATE,
            Map.of(
                    "certId",
                    "0b1e1f6a-0000-4000-8000-000000000001",
                    "controller",
                    "<script>alert('x')</script> & Sons",
                    "ground",
                    "REQUEST",
                    "stores",
                    List.of(Map.of("store", "conversations", "action", "DELETE", "state", "DONE", "removed", 12)),
                    "backup",
                    Map.of("level", "NONE")),
            SigningKey.of(new byte[SigningKey.SEED]));

    @Test
    void showsEverythingInEveryLanguageAndLeavesNoPlaceOpen() {
        for (Locale language : Texts.LANGUAGES) {
            String html = page(language).html(Optional.empty(), false);
            assertThat(html)
                    .contains("<html lang=\"" + language.getLanguage() + "\">", "<td>12</td>", CERTIFICATE.keyId())
                    .doesNotContain("{{", "REQUEST", "role=\"status\" class=\"yes\"");
        }
        assertThat(page(Locale.GERMAN).html(Optional.empty(), false)).contains("Antrag der betroffenen Person");
    }

    @Test
    void takesWhatItSaysForTextAndNeverForHtml() {
        assertThat(page(Locale.ENGLISH).html(Optional.empty(), false))
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; Sons")
                .doesNotContain("<script");
    }

    @Test
    void saysWhetherTheCodeBelongsToIt() {
        assertThat(page(Locale.ENGLISH).html(Optional.of(true), false))
                .contains("class=\"yes\">Yes: this receipt code belongs to this certificate.");
        assertThat(page(Locale.ENGLISH).html(Optional.of(false), true))
                .contains("class=\"no\">This receipt code does not belong", "signed with an earlier key");
    }

    private static CertificatePage page(Locale language) {
        return new CertificatePage(CERTIFICATE, Texts.in(language));
    }
}
