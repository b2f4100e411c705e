package eu.lethe.compliance.health;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.compliance.RealDatabases;
import java.time.Duration;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What monitoring is told of the databases. */
class StoresTest {

    @Test
    void saysSoWhenADatabaseIsAway() {
        var nowhere = new PGSimpleDataSource();
        nowhere.setPortNumbers(new int[] {1});
        nowhere.setConnectTimeout(1);

        Stores stores = over(RealDatabases::lethe, () -> nowhere);

        assertThat(stores.databaseAnswers()).isTrue();
        assertThat(stores.vaultAnswers()).isFalse();
        assertThat(stores.transactionsInDoubt()).isEqualTo(-1);
    }

    @Test
    void countsTransactionsThatNobodyDecided() throws Exception {
        Stores stores = over(RealDatabases::lethe, RealDatabases::vault);
        try (var connection = RealDatabases.lethe().getConnection()) {
            RealDatabases.run(connection, "begin", "select txid_current()", "prepare transaction 'undecided'");
            try {
                assertThat(stores.transactionsInDoubt()).as("within a minute").isZero();
                stores.decision = Duration.ZERO;
                assertThat(stores.transactionsInDoubt()).as("at once").isEqualTo(1);
            } finally {
                RealDatabases.run(connection, "rollback prepared 'undecided'");
            }
            assertThat(stores.transactionsInDoubt()).isZero();
        }
    }

    private static Stores over(Supplier<DataSource> data, Supplier<DataSource> keys) {
        var stores = new Stores();
        stores.database = data.get();
        stores.vault = keys.get();
        return stores;
    }
}
