package eu.lethe.compliance.retention;

import static eu.lethe.compliance.RealDatabases.number;
import static eu.lethe.compliance.RealDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.lethe.compliance.RealDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database itself refuses, whoever asks. */
class RetentionTablesTest {

    private final UUID account = UUID.randomUUID();
    private Connection connection;

    @BeforeEach
    void openAnAccount() throws SQLException {
        connection = RealDatabases.lethe().getConnection();
        connection.setAutoCommit(false);
        run(
                connection,
                "select set_config('app.account', '%s', true)".formatted(account),
                "insert into compliance.account (id, name, created_at) values ('%s', 'A', now())".formatted(account));
    }

    @AfterEach
    void leaveNothing() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1, 6, 721})
    void refusesAPeriodOutsideTheBoundaries(int days) {
        assertThatThrownBy(() -> policy("talks", days)).hasMessageContaining("retention_policy_check");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 720})
    void takesAPeriodOnTheBoundaries(int days) throws SQLException {
        policy("talks", days);

        assertThat(number(connection, "select days from compliance.retention_policy"))
                .isEqualTo(days);
    }

    @Test
    void refusesToKeepNothingOfAWholeProcess() {
        assertThatThrownBy(() -> policy("", 0)).hasMessageContaining("retention_policy_check");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6, 721})
    void refusesADeclaredPeriodOutsideTheBoundaries(int days) {
        assertThatThrownBy(() -> run(
                        connection,
                        "insert into compliance.store_setting (account_id, store, enabled, purge, retention_days, changed_by,"
                                + " changed_at) values ('%s', 'backups', true, false, %d, '%s', now())"
                                        .formatted(account, days, UUID.randomUUID())))
                .hasMessageContaining("store_setting_retention_days_check");
    }

    @Test
    void keepsOneRestrictionOfAKindUnderWayForAPerson() throws SQLException {
        UUID subject = UUID.randomUUID();
        run(
                connection,
                "insert into compliance.subject (id, account_id, state, generation, created_at, last_activity_at)"
                        + " values ('%s', '%s', 'RESTRICTED', 1, now(), now())".formatted(subject, account));
        restriction(subject, "PERSON");
        restriction(subject, "COMPANY");

        assertThatThrownBy(() -> restriction(subject, "PERSON")).hasMessageContaining("restriction_under_way");
    }

    private void restriction(UUID subject, String origin) throws SQLException {
        run(
                connection,
                "insert into compliance.restriction (id, account_id, subject_id, generation, ground, origin,"
                        + " restricted_at) values ('%s', '%s', '%s', 1, 'OBJECTION', '%s', now())"
                                .formatted(UUID.randomUUID(), account, subject, origin));
    }

    private void policy(String store, int days) throws SQLException {
        run(
                connection,
                "insert into compliance.retention_policy (id, account_id, process, store, days, anchor, basis, changed_by,"
                        + " changed_at) values ('%s', '%s', 'chat', '%s', %d, 'CREATED', 'CONSENT', '%s', now())"
                                .formatted(UUID.randomUUID(), account, store, days, UUID.randomUUID()));
    }
}
