package eu.lethe.compliance.kernel;

import jakarta.annotation.Resource;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Tells PostgreSQL, as the first statement of each transaction, whose rows it may show: row-level security then backs up the
 * account named in every query. Put on every boundary with {@code @Interceptors(AccountScope.class)}; the account is taken
 * from the first argument. A boundary that calls another one gets its own scope back afterwards; without a transaction
 * nothing is set, so no row shows.
 */
public class AccountScope {

    /** Either one account, or every one. */
    private record Scope(String account, String all) {}

    private static final Scope EVERY_ACCOUNT = new Scope("", "all");

    @Resource(lookup = "jdbc/lethe")
    private DataSource data;

    @Resource
    private TransactionSynchronizationRegistry transaction;

    @AroundInvoke
    Object scope(InvocationContext call) throws Exception {
        if (call.getMethod().getParameterCount() == 0 && !isAcrossAccounts(call)) {
            // Asks about the boundary itself, such as its name: it sees what its caller sees, and nothing without one.
            return call.proceed();
        }
        Scope wanted = scopeOf(call);
        if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
            return call.proceed();
        }
        Object outer = transaction.getResource(Scope.class);
        if (wanted.equals(outer)) {
            return call.proceed();
        }
        set(wanted);
        try {
            return call.proceed();
        } finally {
            giveBack(outer);
        }
    }

    private static Scope scopeOf(InvocationContext call) {
        if (isAcrossAccounts(call)) {
            return EVERY_ACCOUNT;
        }
        if (call.getParameters()[0] instanceof HasAccount owned) {
            return new Scope(owned.account().toString(), "");
        }
        throw new IllegalStateException(call.getMethod() + " names no account as its first argument");
    }

    private static boolean isAcrossAccounts(InvocationContext call) {
        return call.getMethod().isAnnotationPresent(AcrossAccounts.class);
    }

    // A transaction that is to be rolled back needs nothing more, and PostgreSQL may refuse to hear anything more.
    private void giveBack(Object outer) throws SQLException {
        if (outer instanceof Scope before && transaction.getTransactionStatus() == Status.STATUS_ACTIVE) {
            set(before);
        }
    }

    // Both settings are local to the transaction, so a pooled connection never carries one over.
    private void set(Scope scope) throws SQLException {
        try (var connection = data.getConnection();
                var statement = connection.prepareStatement(
                        "select set_config('app.account', ?, true), set_config('app.scope', ?, true)")) {
            statement.setString(1, scope.account());
            statement.setString(2, scope.all());
            statement.execute();
        }
        transaction.putResource(Scope.class, scope);
    }
}
