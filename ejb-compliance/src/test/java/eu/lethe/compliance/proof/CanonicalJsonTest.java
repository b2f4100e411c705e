package eu.lethe.compliance.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    @Test
    void writesTheExampleOfTheStandard() {
        // RFC 8785, section 3.2.2, without its fractions.
        var value = Map.of("literals", Arrays.asList(null, true, false), "string", "\u20ac$\u000F\nA'B\"\\\\\"/");
        assertThat(CanonicalJson.write(value))
                .isEqualTo("{\"literals\":[null,true,false],\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void sortsKeysByTheirUnits() {
        // RFC 8785, section 3.2.3: an emoji's first half sorts before U+FB33.
        var value = Map.of("\u20ac", 1, "\r", 2, "\ufb33", 3, "1", 4, "\ud83d\ude00", 5, "\u0080", 6, "\u00f6", 7);
        assertThat(CanonicalJson.write(value))
                .isEqualTo("{\"\\r\":2,\"1\":4,\"\u0080\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\ufb33\":3}");
    }

    @Test
    void readsWhatItWrote() {
        String text = "{\"a\":[1,-2,0,9007199254740991,\"x\\ty\",{\"b\":null}],\"ü\":true}";
        assertThat(CanonicalJson.write(CanonicalJson.read(text))).isEqualTo(text);
        assertThat(CanonicalJson.read("[{\"a\":-2}]")).isEqualTo(List.of(Map.of("a", -2L)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"\\ud800\"",
                "{\"\\udc00\":1}",
                " {}",
                "{} ",
                "{\"a\": 1}",
                "{\"b\":1,\"a\":2}",
                "{\"a\":1,\"a\":1}",
                "{,\"a\":1}",
                "[1,]",
                "[01]",
                "[-0]",
                "[1.0]",
                "[1e3]",
                "[9007199254740992]",
                "[99999999999999999999]",
                "[\"\\u0041\"]",
                "[\"\\/\"]",
                "[\"\u0001\"]",
                "[\"\\u000F\"]",
                "[truth]",
                "[",
                "\"\\",
                "{\"a\"}"
            })
    void refusesEveryOtherWayToWriteIt(String text) {
        assertThatThrownBy(() -> CanonicalJson.read(text)).isInstanceOf(BrokenProof.class);
    }

    @Test
    void refusesADocumentThatOnlyNests() {
        assertThatThrownBy(() -> CanonicalJson.read("[".repeat(100_000))).isInstanceOf(BrokenProof.class);
    }

    @Test
    void refusesWhatNoOtherReaderWouldReadTheSame() {
        assertThatThrownBy(() -> CanonicalJson.write(List.of(0.5))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.write(List.of(1L << 60))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.write("\ud83d")).isInstanceOf(IllegalArgumentException.class);
    }
}
