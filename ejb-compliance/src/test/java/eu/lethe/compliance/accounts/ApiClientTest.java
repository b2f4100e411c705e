package eu.lethe.compliance.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApiClientTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final AccountId ACCOUNT = AccountId.random();

    @Test
    void mayBeUsedUntilItsLastDay() {
        var client = client(Set.of(Role.DPO), 30);

        assertThat(client.isUsable(NOW.plus(Duration.ofDays(30)).minusSeconds(1)))
                .isTrue();
        assertThat(client.isUsable(NOW.plus(Duration.ofDays(30)))).isFalse();
    }

    @Test
    void mayNotBeUsedOnceItIsRevoked() {
        var client = client(Set.of(Role.DPO), 30);

        client.revoke(NOW.plusSeconds(60));
        client.revoke(NOW.plusSeconds(120));

        assertThat(client.isUsable(NOW.plusSeconds(61))).isFalse();
        assertThat(client.view().revokedAt()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void callsWithItsOwnIdAndRoles() {
        var client = client(Set.of(Role.DPO, Role.VIEWER), 1);

        assertThat(client.caller().member()).isEqualTo(client.id());
        assertThat(client.caller().account()).isEqualTo(ACCOUNT);
        assertThat(client.caller().roles()).containsExactlyInAnyOrder(Role.DPO, Role.VIEWER);
    }

    @Test
    void isNeverAnOwnerNorWithoutARole() {
        assertThatThrownBy(() -> client(Set.of(Role.OWNER), 30)).isInstanceOf(InvalidClient.class);
        assertThatThrownBy(() -> client(Set.of(), 30)).isInstanceOf(InvalidClient.class);
    }

    @Test
    void livesOneToThreeHundredAndSixtySixDays() {
        assertThatThrownBy(() -> client(Set.of(Role.DPO), 0)).isInstanceOf(InvalidClient.class);
        assertThatThrownBy(() -> client(Set.of(Role.DPO), 367)).isInstanceOf(InvalidClient.class);
        assertThat(client(Set.of(Role.DPO), 366).view().expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(366)));
    }

    @Test
    void keepsNothingOfItsKeyButTheBeginning() {
        var key = ApiKey.random();

        assertThat(ApiKey.of(key.text())).contains(key);
        assertThat(key.beginning()).hasSize(12);
        assertThat(key.text()).startsWith(key.beginning());
        assertThat(key).hasToString(key.beginning() + "…");
        assertThat(key.digest()).hasSize(32).isNotEqualTo(ApiKey.random().digest());
    }

    @Test
    void readsNothingThatIsNotAKey() {
        String key = ApiKey.random().text();

        assertThat(ApiKey.of("")).isEmpty();
        assertThat(ApiKey.of(key + "a")).isEmpty();
        assertThat(ApiKey.of(key.substring(1))).isEmpty();
        assertThat(ApiKey.of(key.replace('_', 'ä'))).isEmpty();
    }

    private static ApiClient client(Set<Role> roles, int days) {
        return ApiClient.of(ACCOUNT, "Warehouse", roles, days, ApiKey.random(), NOW);
    }
}
