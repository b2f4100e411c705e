package eu.lethe.compliance.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** I13, for whoever has nothing but the exported file. */
class AuditFileTest {

    private static final int MUTATIONS = 300;

    private final ExportedLog log = log();

    @Test
    void findsNothingWrongWithAFileThatNobodyTouched() throws IOException {
        var summary = check(log.lines, Optional.of(SealChain.read(reader(log.seals))));
        assertThat(summary.events()).isEqualTo(12);
        assertThat(summary.blocks()).isEqualTo(3);
        assertThat(summary.keyId()).isEqualTo(ExportedLog.KEY.keyId());
        assertThat(summary.restores()).isFalse();
    }

    @Test
    void i13FailsWhenAnyLineIsMissing() {
        for (int i = 0; i < log.lines.size(); i++) {
            var without = new ArrayList<>(log.lines);
            without.remove(i);
            fails(without);
        }
    }

    @Test
    void i13FailsWhenAnyTwoLinesAreSwapped() {
        for (int i = 1; i < log.lines.size(); i++) {
            var swapped = new ArrayList<>(log.lines);
            Collections.swap(swapped, i - 1, i);
            fails(swapped);
        }
    }

    @Test
    void i13FailsAfterAnyChangeOfAByte() {
        var random = new Random(13);
        String text = String.join("\n", log.lines);
        for (int i = 0; i < MUTATIONS; i++) {
            int at = random.nextInt(text.length());
            if (text.charAt(at) == '\n') {
                continue;
            }
            char other = (char) (text.charAt(at) ^ (1 + random.nextInt(31)));
            String changed = text.substring(0, at) + other + text.substring(at + 1);
            assertThatThrownBy(
                            () -> new AuditFile(Optional.empty()).check(new BufferedReader(new StringReader(changed))))
                    .as("%d: %s", at, changed)
                    .isInstanceOf(BrokenProof.class);
        }
    }

    @Test
    void i13FailsEvenIfWhoeverChangedAnEventSignsTheFileAnew() {
        var changed = new ArrayList<>(log.lines);
        changed.replaceAll(line -> line.replace("\"seq\":2,", "\"seq\":3,"));
        fails(changed, "events changed");
        changed = new ArrayList<>(log.lines);
        // The second block with its events.
        changed.subList(6, 11).clear();
        fails(changed, "block missing: block 2");
    }

    @Test
    void i13FailsAtAPlaceNoTreeHas() {
        for (String place : List.of("-1", "2", "9007199254740991")) {
            var changed = new ArrayList<>(log.lines);
            changed.replaceAll(line -> line.replace("\"place\":0", "\"place\":" + place));
            fails(changed, "not under seal");
        }
    }

    @Test
    void i13NamesTheFlawOfASealWithoutATime() {
        var sealed = Signed.sign(
                Signed.AUDIT_SEAL,
                Map.of(
                        "seal",
                        1L,
                        "sealedAt",
                        "yesterday",
                        "from",
                        1L,
                        "to",
                        1L,
                        "events",
                        1L,
                        "total",
                        1L,
                        "blocks",
                        1L,
                        "restores",
                        0L,
                        "previous",
                        "",
                        "root",
                        ""),
                ExportedLog.KEY);
        assertThatThrownBy(() -> AuditSeal.of(sealed)).isInstanceOf(BrokenProof.class);
    }

    @Test
    void i13FailsIfASealIsNotInTheCopy() throws IOException {
        var chain = SealChain.read(reader(log.seals.subList(0, 2)));
        assertThatThrownBy(() -> check(log.lines, Optional.of(chain)))
                .hasMessageContaining("seal out of order: seal 3");
        assertThatThrownBy(() -> SealChain.read(reader(List.of(log.seals.get(0), log.seals.get(2)))))
                .hasMessageContaining("seal out of order: seal 2");
    }

    private void fails(List<String> lines) {
        assertThatThrownBy(() -> check(lines, Optional.empty())).as("%s", lines).isInstanceOf(BrokenProof.class);
    }

    private void fails(List<String> lines, String why) {
        assertThatThrownBy(() -> check(lines, Optional.empty())).hasMessageContaining(why);
    }

    private static AuditFile.Summary check(List<String> lines, Optional<SealChain> copy) throws IOException {
        return new AuditFile(copy).check(reader(lines));
    }

    private static BufferedReader reader(List<String> lines) {
        return new BufferedReader(new StringReader(String.join("\n", lines)));
    }

    private static ExportedLog log() {
        try {
            return new ExportedLog();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
