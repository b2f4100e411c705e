package eu.lethe.widget.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptFileTest {

    private static final Path SOURCES = Path.of("src/main/widget");
    private static final Pattern KEY = Pattern.compile("(?m)^  (\\w+): ");
    private static final Pattern ANY_KEY = Pattern.compile("([\\w'-]+): (?=['\\[{])");
    private static final Pattern QUOTED = Pattern.compile("(?<=: |\\[|, )'[^']*'");
    private static final Pattern LANGUAGE =
            Pattern.compile("(?m)^  (\\w\\w): \\{ open: '[^']+', close: '[^']+', failed: '");

    @Test
    void weighsLittleBeforeTheLauncherPaintsAndBeforeTheFirstChat() throws IOException {
        int launcher = built("lethe.js").gzip().length;
        int panel = built("panel.js").gzip().length;
        assertThat(launcher).isLessThan(5 * 1024);
        assertThat(launcher + panel).isLessThan(25 * 1024);
        assertThat(built("privacy.js").gzip().length).isLessThan(25 * 1024);
    }

    @Test
    void unzipsToItself() throws IOException {
        var file = ScriptFile.of("say('grüezi');");
        try (var in = new GZIPInputStream(new ByteArrayInputStream(file.gzip()))) {
            assertThat(in.readAllBytes()).isEqualTo(file.plain());
        }
    }

    @Test
    void changesItsVersionWithItsContent() {
        assertThat(ScriptFile.of("a").version()).isNotEqualTo(ScriptFile.of("b").version());
    }

    @Test
    void buildsNothingThatAStrictPolicyRefuses() throws IOException {
        for (String name : List.of("lethe.js", "panel.js", "privacy.js")) {
            assertThat(new String(built(name).plain(), StandardCharsets.UTF_8))
                    .doesNotContain("innerHTML", "eval(", "new Function", "document.write", "localStorage", "cookie");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "fi", "es", "fr", "sv"})
    void saysEverythingInEachLanguage(String language) throws IOException {
        assertThat(keys(language)).hasSizeGreaterThan(30).isEqualTo(keys("en"));
        assertThat(LANGUAGE.matcher(Files.readString(SOURCES.resolve("texts/launcher.js")))
                        .results()
                        .map(match -> match.group(1)))
                .contains(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "fi"})
    void explainsPrivacyWhollyInEachLanguage(String language) throws IOException {
        assertThat(privacyKeys(language)).hasSizeGreaterThan(200).isEqualTo(privacyKeys("en"));
    }

    private static List<String> privacyKeys(String language) throws IOException {
        return ANY_KEY.matcher(QUOTED.matcher(Files.readString(SOURCES.resolve("texts/privacy/" + language + ".js")))
                        .replaceAll("''"))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static List<String> keys(String language) throws IOException {
        return KEY.matcher(Files.readString(SOURCES.resolve("texts/" + language + ".js")))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static ScriptFile built(String name) throws IOException {
        return ScriptFile.of(Files.readString(Path.of("target/classes/widget").resolve(name)));
    }
}
