package eu.lethe.compliance.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MemberTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Member member = Member.of(
            AccountId.random(), new Member.Login("a@example.org", "A"), "hash", EnumSet.of(Role.AGENT), START);

    @Test
    void letsAttemptsFromManyPlacesPassAndThenPausesLongerAndLonger() {
        long[] pauses = pauses(109);
        assertThat(Arrays.copyOf(pauses, 99)).containsOnly(0L);
        assertThat(Arrays.copyOfRange(pauses, 99, 109)).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L, 60L);
    }

    // The seconds until the next attempt is looked at, after each of so many attempts.
    private long[] pauses(int attempts) {
        Instant now = START;
        var pauses = new long[attempts];
        assertThat(member.attempt(now)).isTrue();
        for (int i = 0; i < attempts; i++) {
            Instant asked = now;
            while (!member.attempt(now)) {
                now = now.plusSeconds(1);
            }
            pauses[i] = Duration.between(asked, now).toSeconds();
        }
        return pauses;
    }

    @Test
    void looksAtOnePasswordOnlyWhenManyAreTriedAtOnce() {
        failALot();
        Instant afterPause = START.plusSeconds(61);
        assertThat(member.attempt(afterPause)).isTrue();
        assertThat(member.attempt(afterPause)).isFalse();
    }

    @Test
    void forgetsFailuresAfterALogin() {
        failALot();
        assertThat(member.mayAttempt(START)).isFalse();
        member.loggedIn(START);
        assertThat(member.mayAttempt(START)).isTrue();
        assertThat(member.attempt(START)).isTrue();
        assertThat(member.view().lastLoginAt()).isEqualTo(START);
    }

    private void failALot() {
        for (int i = 0; i < 100; i++) {
            member.attempt(START);
        }
    }

    @Test
    void looksAtNoPasswordOfAnInactiveMember() {
        member.deactivate();
        assertThat(member.attempt(START)).isFalse();
        member.activate();
        assertThat(member.attempt(START)).isTrue();
    }

    @Test
    void keepsAtLeastOneRole() {
        assertThatThrownBy(() -> member.give(Set.of()))
                .isInstanceOfSatisfying(
                        InvalidMember.class,
                        problem -> assertThat(problem.field()).isEqualTo("roles"));
        member.give(Set.of(Role.DPO, Role.OWNER));
        assertThat(member.view().roles()).containsExactlyInAnyOrder(Role.DPO, Role.OWNER);
    }

    @Test
    void acceptsTheAddressOfALocalInstallation() {
        assertThat(new Member.Login(" owner@localhost ", " Owner "))
                .isEqualTo(new Member.Login("owner@localhost", "Owner"));
    }

    @Test
    void namesTheFieldItRefuses() {
        for (String email : new String[] {"", "x", "a b@c", "@c", "a@", "a@b@c", "a@" + "b".repeat(253)}) {
            assertThatThrownBy(() -> new Member.Login(email, "A"))
                    .isInstanceOfSatisfying(
                            InvalidMember.class,
                            problem -> assertThat(problem.field()).isEqualTo("email"));
        }
        assertThatThrownBy(() -> new Member.Login("a@b", " "))
                .isInstanceOfSatisfying(
                        InvalidMember.class,
                        problem -> assertThat(problem.field()).isEqualTo("name"));
        assertThatThrownBy(() -> Member.mustBeAcceptable("123456789"))
                .isInstanceOfSatisfying(
                        InvalidMember.class,
                        problem -> assertThat(problem.field()).isEqualTo("password"));
    }
}
