package eu.lethe.compliance.vault;

import eu.lethe.compliance.RealDatabases;
import eu.lethe.compliance.kernel.AccountId;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** What one server has of the vault: the real beans, the real database, a key store. As there, each connection is a transaction. */
final class VaultNode {

    private final KeyHolder holder = new KeyHolder();
    private final Vault vault = new Vault();
    private final KeyRotation rotation = new KeyRotation();
    private final Transactions transactions = new Transactions();
    private final List<AccountId> accounts;

    VaultNode(Path file, String password, Clock clock, AccountId... accounts) {
        this.accounts = List.of(accounts);
        var epochs = new Epochs();
        epochs.vault = transactions;
        epochs.clock = clock;
        epochs.holder = holder;
        holder.file = Optional.of(file.toString());
        holder.password = Optional.of(password);
        holder.epochs = epochs;
        vault.vault = RealDatabases.vault();
        vault.holder = holder;
        vault.clock = clock;
        rotation.holder = holder;
        rotation.epochs = epochs;
        rotation.rewraps = new Rewraps();
        rotation.rewraps.vault = transactions;
        rotation.rewraps.holder = holder;
        rotation.period = Duration.ofDays(7);
        rotation.keep = Duration.ofDays(7);
    }

    Vault vault() {
        return vault;
    }

    KeyHolder holder() {
        return holder;
    }

    KeyRotation rotation() {
        return rotation;
    }

    /** What the timer does every minute. */
    void round() {
        rotation.goOn(() -> accounts);
    }

    /** Has the process die in the n-th transaction from here on: it is rolled back, and nothing after it happens. */
    void dieInTransaction(int number) {
        transactions.left = number;
    }

    private static final class Transactions implements DataSource {

        private final DataSource database = RealDatabases.vault();
        private int left = Integer.MAX_VALUE;

        @Override
        public Connection getConnection() throws SQLException {
            if (left <= 0) {
                throw new SQLException("dead");
            }
            left--;
            Connection connection = database.getConnection();
            connection.setAutoCommit(false);
            return (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("close")) {
                            end(connection);
                            return null;
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException thrown) {
                            throw thrown.getCause();
                        }
                    });
        }

        private void end(Connection connection) throws SQLException {
            try (connection) {
                if (left == 0) {
                    connection.rollback();
                    throw new SQLException("killed");
                }
                connection.commit();
            }
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }

        @Override
        public PrintWriter getLogWriter() throws SQLException {
            return database.getLogWriter();
        }

        @Override
        public void setLogWriter(PrintWriter out) throws SQLException {
            database.setLogWriter(out);
        }

        @Override
        public void setLoginTimeout(int seconds) throws SQLException {
            database.setLoginTimeout(seconds);
        }

        @Override
        public int getLoginTimeout() throws SQLException {
            return database.getLoginTimeout();
        }

        @Override
        public Logger getParentLogger() {
            return Logger.getGlobal();
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            return database.unwrap(type);
        }

        @Override
        public boolean isWrapperFor(Class<?> type) throws SQLException {
            return database.isWrapperFor(type);
        }
    }
}
