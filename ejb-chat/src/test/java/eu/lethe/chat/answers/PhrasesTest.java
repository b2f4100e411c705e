package eu.lethe.chat.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhrasesTest {

    @ParameterizedTest
    @ValueSource(strings = {"_de", "_fi", "_es", "_fr", "_sv"})
    void areCompleteInEveryLanguage(String language) throws IOException {
        assertThat(load(language).stringPropertyNames()).isEqualTo(load("").stringPropertyNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_de", "_fi", "_es", "_fr", "_sv"})
    void nameTheSiteAndUnderstandByValidExpressions(String language) throws IOException {
        Properties phrases = load(language);
        for (String key : phrases.stringPropertyNames()) {
            if (key.startsWith("hears.")) {
                assertThat(Pattern.compile(phrases.getProperty(key)).matcher("").matches())
                        .as(key)
                        .isFalse();
            }
        }
        assertThat(phrases.getProperty("unknown")).contains("{0}").doesNotContain("'");
    }

    @Test
    void areEnglishForALanguageWeDoNotSpeak() {
        assertThat(Phrases.in("xx").say("greeting", "Shop"))
                .isEqualTo("Hello! I am the AI assistant of Shop. What would you like to know?");
        assertThat(Phrases.in("de-AT").say("greeting", "Shop")).startsWith("Hallo!");
    }

    private static Properties load(String language) throws IOException {
        var phrases = new Properties();
        try (var in = PhrasesTest.class.getResourceAsStream("phrases" + language + ".properties")) {
            phrases.load(new InputStreamReader(java.util.Objects.requireNonNull(in), StandardCharsets.UTF_8));
        }
        return phrases;
    }
}
