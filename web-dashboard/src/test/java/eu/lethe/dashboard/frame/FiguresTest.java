package eu.lethe.dashboard.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private final Figures english = new Figures(Locale.ENGLISH);
    private final Figures german = new Figures(Locale.GERMAN);

    @Test
    void groupsDigitsAsTheReaderDoes() {
        assertThat(english.number(1234567)).isEqualTo("1,234,567");
        assertThat(german.number(1234567)).isEqualTo("1.234.567");
    }

    @Test
    void writesBytesInTheLargestUnitThatFits() {
        assertThat(english.bytes(0)).isEqualTo("0\u00a0B");
        assertThat(english.bytes(1023)).isEqualTo("1,023\u00a0B");
        assertThat(english.bytes(1536)).isEqualTo("1.5\u00a0KB");
        assertThat(german.bytes(1536)).isEqualTo("1,5\u00a0KB");
        assertThat(english.bytes(20L * 1024 * 1024)).isEqualTo("20\u00a0MB");
        assertThat(english.bytes(Long.MAX_VALUE)).endsWith("\u00a0TB");
    }

    @Test
    void writesScoresWithTwoDigits() {
        assertThat(english.score(0.5)).isEqualTo("0.50");
        assertThat(german.score(14.256)).isEqualTo("14,26");
    }

    @Test
    void writesTimesInTheReadersZone() {
        var midnight = Instant.parse("2026-03-01T23:30:00Z");

        assertThat(german.time(midnight, ZoneId.of("Europe/Helsinki")))
                .startsWith("02.03.2026")
                .endsWith("01:30");
        assertThat(german.time(midnight, ZoneId.of("UTC")))
                .startsWith("01.03.2026")
                .endsWith("23:30");
    }
}
