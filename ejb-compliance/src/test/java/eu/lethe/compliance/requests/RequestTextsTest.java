package eu.lethe.compliance.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people read is there in every language. */
class RequestTextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"requests", "extract"})
    void saysEverythingInEveryLanguage(String bundle) throws IOException {
        Set<Object> english = keys(bundle + ".properties");
        assertThat(keys(bundle + "_de.properties")).isEqualTo(english);
        assertThat(keys(bundle + "_fi.properties")).isEqualTo(english);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fi"})
    void namesEveryKindAndEveryGround(String language) {
        RequestTexts texts = RequestTexts.in(language);
        for (RequestKind kind : RequestKind.values()) {
            assertThat(texts.kind(kind)).contains(language.equals("de") ? "DSGVO" : "GDPR");
            assertThat(RefusalGround.of(kind)).as(kind.name()).isNotEmpty();
        }
        for (RefusalGround ground : RefusalGround.values()) {
            for (RequestKind kind : RequestKind.values()) {
                assertThat(texts.ground(ground, kind))
                        .contains(ground.article(kind).replaceAll("\\(.*", ""))
                        .doesNotContain("{");
            }
        }
        for (ExtensionGround ground : ExtensionGround.values()) {
            assertThat(texts.ground(ground)).isNotBlank();
        }
        assertThat(texts.remedy()).contains("77");
    }

    @Test
    void speaksEnglishToWhoeverSpeaksSomethingElse() {
        assertThat(RequestTexts.in("xx").text("code.subject", "123")).isEqualTo("Your code: 123");
        assertThat(RequestTexts.known("de-AT")).isEqualTo("de");
        assertThat(RequestTexts.known("not a tag")).isEqualTo("en");
    }

    private static Set<Object> keys(String file) throws IOException {
        var properties = new Properties();
        try (var in = RequestTexts.class.getResourceAsStream(file)) {
            properties.load(in);
        }
        return properties.keySet();
    }

    @Test
    void citesTheLawAsTheLanguageDoes() {
        var erasure = RequestKind.ERASURE;
        assertThat(RequestTexts.in("en").ground(RefusalGround.LEGAL_CLAIMS, erasure))
                .endsWith("(Art. 17(3)(e) GDPR).");
        assertThat(RequestTexts.in("de").ground(RefusalGround.LEGAL_CLAIMS, erasure))
                .endsWith("(Art. 17 Abs. 3 Buchst. e DSGVO).");
        assertThat(RequestTexts.in("de").ground(RefusalGround.LEGAL_CLAIMS, RequestKind.OBJECTION))
                .endsWith("(Art. 21 Abs. 1 DSGVO).");
        assertThat(RequestTexts.in("fi").ground(RefusalGround.LEGAL_OBLIGATION, erasure))
                .endsWith("(GDPR, 17 artiklan 3 kohdan b alakohta).");
    }
}
