package eu.lethe.chat.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AnalyzedTest {

    @Test
    void knowsALanguageInAllItsForms() {
        assertThat(Analyzed.field("de-AT")).isEqualTo("de");
        assertThat(Analyzed.field("PT_BR")).isEqualTo("pt");
        assertThat(Analyzed.field("nb")).isEqualTo("no");
    }

    @Test
    void foldsWhatItCannotStem() {
        assertThat(Analyzed.field("sk")).isEqualTo("other");
        assertThat(Analyzed.field("und")).isEqualTo("other");
        assertThat(Analyzed.field("")).isEqualTo("other");
    }

    @Test
    void hasAnAnalyzerForEveryFieldItNames() throws IOException {
        String mapping;
        try (InputStream stream = Objects.requireNonNull(Analyzed.class.getResourceAsStream("languages.json"))) {
            mapping = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }

        for (String language : Locale.getISOLanguages()) {
            assertThat(mapping).contains("\"path_match\": \"*." + Analyzed.field(language) + "\"");
        }
    }
}
