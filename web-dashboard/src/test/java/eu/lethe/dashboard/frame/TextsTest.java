package eu.lethe.dashboard.frame;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.chat.conversations.Author;
import eu.lethe.chat.conversations.LeadStatus;
import eu.lethe.chat.conversations.MessageState;
import eu.lethe.chat.conversations.Phase;
import eu.lethe.chat.knowledge.DocumentState;
import eu.lethe.chat.knowledge.SourceKind;
import eu.lethe.chat.knowledge.SourceState;
import eu.lethe.compliance.kernel.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    private static final Pattern USED = Pattern.compile("t\\['([^']+)'\\]");
    private static final Pattern CODE =
            Pattern.compile("(?:texts\\.of|done|refuse)\\((?:null, |\"\\w+\", )?\"([a-z.-]+)\"");

    @Test
    void namesALinkWithItsAddress() {
        assertThat(new Texts().prose("Write [here](https://example.org/a?b=1), see [1] and [x](javascript:y)."))
                .isEqualTo("Write here (https://example.org/a?b=1), see [1] and [x](javascript:y).");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "fi"})
    void saysEverythingInEveryLanguage(String language) {
        var english = Texts.bundle(Locale.ENGLISH);
        var other = Texts.bundle(Locale.forLanguageTag(language));

        assertThat(other.getLocale().getLanguage()).isEqualTo(language);
        for (String key : english.keySet()) {
            assertThat(other.getString(key)).as(key).isNotBlank();
            assertThat(new MessageFormat(other.getString(key)).getFormats())
                    .as("places in " + key)
                    .hasSameSizeAs(new MessageFormat(english.getString(key)).getFormats());
        }
        assertThat(other.keySet()).isEqualTo(english.keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "fi"})
    void leavesNothingInEnglishByMistake(String language) {
        var english = Texts.bundle(Locale.ENGLISH);
        var other = Texts.bundle(Locale.forLanguageTag(language));

        long same = english.keySet().stream()
                .filter(key -> english.getString(key).contains(" "))
                .filter(key -> english.getString(key).equals(other.getString(key)))
                .filter(key -> !Set.of("bench.ms", "ago.hours", "message.model", "way.text.FILE")
                        .contains(key))
                .count();
        assertThat(same).isZero();
    }

    @Test
    void namesEveryTextThatAPageOrABeanAsksFor() throws IOException {
        var asked = new TreeSet<String>();
        for (var root : Map.of(Path.of("src/main/webapp"), USED, Path.of("src/main/java"), CODE)
                .entrySet()) {
            try (var files = Files.walk(root.getKey())) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    if (file.toString().endsWith(".xhtml") || file.toString().endsWith(".java")) {
                        root.getValue()
                                .matcher(Files.readString(file))
                                .results()
                                .forEach(hit -> asked.add(hit.group(1)));
                    }
                }
            }
        }

        assertThat(asked).hasSizeGreaterThan(200);
        assertThat(Texts.bundle(Locale.ENGLISH).keySet()).containsAll(asked);
    }

    @Test
    void hasAWordForEveryStateThatIsShown() {
        var shown = Map.of(
                "source.state.", SourceState.class,
                "source.kind.", SourceKind.class,
                "document.state.", DocumentState.class,
                "phase.", Phase.class,
                "lead.", LeadStatus.class,
                "author.", Author.class,
                "role.", Role.class,
                "role.text.", Role.class);

        shown.forEach((prefix, states) -> assertThat(
                        Texts.bundle(Locale.ENGLISH).keySet())
                .containsAll(Arrays.stream(states.getEnumConstants())
                        .map(state -> prefix + ((Enum<?>) state).name())
                        .collect(Collectors.toSet())));
        assertThat(Texts.bundle(Locale.ENGLISH).keySet())
                .contains(
                        "message.state." + MessageState.STOPPED.name(),
                        "message.state." + MessageState.INTERRUPTED.name());
    }
}
