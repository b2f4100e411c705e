package eu.lethe.chat.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageModelsTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://llm.example.org/v1", "http://127.0.0.1:11434/v1", " https://llm.example.org/v1/ "})
    void takeTheBaseUrlOfAnEndpoint(String url) {
        assertThat(LanguageModels.baseOf(url)).contains(URI.create(url.strip()));
    }

    // A key in the URL would end up in logs and in the record of recipients.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "llm.example.org/v1",
                "ftp://llm.example.org",
                "https://user:key@llm.example.org/v1",
                "https:///v1",
                "what?"
            })
    void refuseAnythingElse(String url) {
        assertThat(LanguageModels.baseOf(url)).isEmpty();
    }

    @Test
    void refuseWhatIsNoUrlAtAll() {
        assertThat(LanguageModels.baseOf("https://host with blanks/v1")).isEmpty();
    }
}
