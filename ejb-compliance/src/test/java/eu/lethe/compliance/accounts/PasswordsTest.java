package eu.lethe.compliance.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @Test
    void recognisesAPasswordAndNoOther() {
        String hash = passwords.hash("correct horse");
        assertThat(passwords.matches("correct horse", hash)).isTrue();
        assertThat(passwords.matches("correct hörse", hash)).isFalse();
        assertThat(hash).startsWith("pbkdf2-sha512:210000:").doesNotContain("correct");
    }

    @Test
    void keepsTheSamePasswordDifferentlyEachTime() {
        assertThat(passwords.hash("same")).isNotEqualTo(passwords.hash("same"));
    }

    @Test
    void matchesNobody() {
        assertThat(passwords.matchesNobody("anything")).isFalse();
    }

    @Test
    void refusesAHashItDoesNotKnow() {
        assertThatThrownBy(() -> passwords.matches("x", "md5:1:a:b")).isInstanceOf(IllegalStateException.class);
    }
}
