package eu.lethe.compliance.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.compliance.vault.KeyRing;
import eu.lethe.compliance.vault.RealKeys;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a browser keeps after a login. */
class KnownBrowsersTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final UUID member = UUID.randomUUID();
    private KeyRing keys;

    @BeforeEach
    void open(@TempDir Path folder) {
        keys = RealKeys.in(folder);
    }

    private KnownBrowsers at(Instant now) {
        return new KnownBrowsers(keys, Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void isKnownByTheMemberWhoWasInWithIt() {
        String token = at(START).issue(member, "hash");

        assertThat(at(START).read(token, member, "hash")).isPresent();
        assertThat(at(START).read(token, UUID.randomUUID(), "hash")).isEmpty();
    }

    @Test
    void isForgottenWithTheOldPasswordAndAfterHalfAYear() {
        String token = at(START).issue(member, "hash");

        assertThat(at(START).read(token, member, "another hash")).isEmpty();
        assertThat(at(START.plus(KnownBrowsers.LIFETIME).minusSeconds(1)).read(token, member, "hash"))
                .isPresent();
        assertThat(at(START.plus(KnownBrowsers.LIFETIME)).read(token, member, "hash"))
                .isEmpty();
    }

    @Test
    void cannotBeMadeUp() {
        String token = at(START).issue(member, "hash");
        char first = token.charAt(0) == 'A' ? 'B' : 'A';

        assertThat(at(START).read(first + token.substring(1), member, "hash")).isEmpty();
        for (String nonsense : new String[] {"", "?", "A", token + "A", token.substring(4)}) {
            assertThat(at(START).read(nonsense, member, "hash")).as(nonsense).isEmpty();
        }
        assertThat(at(START).read(null, member, "hash")).isEmpty();
    }

    @Test
    void givesEachBrowserAnIdOfItsOwn() {
        assertThat(at(START).read(at(START).issue(member, "hash"), member, "hash"))
                .isNotEqualTo(at(START).read(at(START).issue(member, "hash"), member, "hash"));
    }
}
