package eu.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A backup of the data from before an erasure is restored: what it holds of the person cannot be read, and goes again. */
@Order(80)
class RestoreIT {

    private final RunningLethe lethe = RunningLethe.withoutModel();

    @Test
    void i8_i9_aRestoredBackupBringsNobodyBack() throws Exception {
        var staying = new VisitorClient(lethe);
        staying.ask("Where are messages stored?");
        var leaving = new VisitorClient(lethe);
        leaving.ask("What is an origin?");
        UUID subject = lethe.subjectOf(leaving.conversation());

        copy("lethe", "lethe_backup");
        Forgetting.of(lethe, leaving).awaitCertificate();
        replace("lethe", "lethe_backup");
        try (var data = lethe.database("lethe");
                var vault = lethe.database("lethe_vault")) {
            assertThat(count(data, "select count(*) from chat.message where subject_id = '" + subject + "'"))
                    .as("rows that the backup brought back")
                    .isPositive();
            assertThat(count(vault, "select count(*) from vault.subject_key where subject_id = '" + subject + "'"))
                    .as("keys to read them with")
                    .isZero();
        }

        lethe.kill(RunningLethe.Server.PAYARA);
        RunningLethe.await("the server to be open", lethe::answers);

        var forgetting = Forgetting.of(lethe, subject);
        assertThat(forgetting.state()).as("before anybody got in").isIn("CERTIFIED", "CLOSED");
        assertThat(forgetting.left()).isEmpty();
        assertThat(leaving.get("/visitor/sites/demo/conversations/" + leaving.conversation())
                        .status())
                .isEqualTo(410);
        assertThat(staying.get("/visitor/sites/demo/conversations/" + staying.conversation())
                        .status())
                .as("whoever was in the backup and not forgotten")
                .isEqualTo(200);
    }

    private void copy(String database, String copy) throws SQLException, IOException {
        try (var admin = lethe.database("postgres")) {
            empty(admin, database);
            run(admin, "create database " + copy + " template " + database);
            run(admin, "alter database " + database + " allow_connections true");
        }
    }

    private void replace(String database, String copy) throws SQLException, IOException {
        try (var admin = lethe.database("postgres")) {
            String owner =
                    text(admin, "select pg_get_userbyid(datdba) from pg_database where datname = '" + database + "'");
            empty(admin, database);
            run(admin, "drop database " + database + " with (force)");
            run(admin, "alter database " + copy + " rename to " + database);
            run(admin, "alter database " + database + " owner to " + owner);
        }
    }

    private static void empty(Connection admin, String database) throws SQLException {
        run(admin, "alter database " + database + " allow_connections false");
        run(admin, "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + database + "'");
    }

    private static void run(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static long count(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
