package eu.lethe.compliance.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.Subject;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SubjectKeyTest {

    private static final String FIELD = "message.text";

    private final Subject subject = new Subject(AccountId.random(), UUID.randomUUID(), 1);
    private final SubjectKey key = new SubjectKey(subject, KeyFile.newKey());

    @Test
    void opensWhatItSealed() {
        for (String text : new String[] {"", "Grüße aus Jyväskylä", "𝕊 and \u0000", "x".repeat(100_000)}) {
            assertThat(key.open(FIELD, key.seal(FIELD, text))).isEqualTo(text);
        }
    }

    @Test
    void sealsTheSameTextDifferentlyEachTime() {
        assertThat(key.seal(FIELD, "same")).isNotEqualTo(key.seal(FIELD, "same"));
    }

    @Test
    void refusesAValueMovedToAnotherField() {
        byte[] sealed = key.seal(FIELD, "moved");
        assertThatThrownBy(() -> key.open("visitor.name", sealed)).isInstanceOf(BrokenSeal.class);
    }

    @Test
    void refusesAValueMovedToAnotherPersonOrGeneration() {
        var raw = KeyFile.newKey();
        byte[] sealed = new SubjectKey(subject, raw).seal(FIELD, "moved");
        var other = new Subject(subject.account(), UUID.randomUUID(), 1);
        var later = new Subject(subject.account(), subject.id(), 2);
        assertThatThrownBy(() -> new SubjectKey(other, raw).open(FIELD, sealed)).isInstanceOf(BrokenSeal.class);
        assertThatThrownBy(() -> new SubjectKey(later, raw).open(FIELD, sealed)).isInstanceOf(BrokenSeal.class);
    }

    @Test
    void refusesAValueWithAnyBitFlipped() {
        byte[] sealed = key.seal(FIELD, "one bit");
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] flipped = sealed.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThatThrownBy(() -> key.open(FIELD, flipped)).isInstanceOf(BrokenSeal.class);
        }
    }

    @Test
    void refusesATruncatedValue() {
        byte[] sealed = key.seal(FIELD, "cut");
        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> key.open(FIELD, cut)).isInstanceOf(BrokenSeal.class);
        }
    }

    @Test
    void readsAsErasedAndSealsNothingOnceTheKeyIsGone() {
        byte[] sealed = key.seal(FIELD, "gone");
        var shredded = new SubjectKey(subject, null);
        assertThat(shredded.open(FIELD, sealed)).isEqualTo(SubjectKey.ERASED);
        assertThatThrownBy(() -> shredded.seal(FIELD, "new")).isInstanceOf(KeyMissing.class);
    }
}
