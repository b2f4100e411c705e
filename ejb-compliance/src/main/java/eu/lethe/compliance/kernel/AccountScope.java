package eu.lethe.compliance.kernel;

import jakarta.annotation.Resource;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Tells PostgreSQL, as the first statement of each transaction, whose rows it may show: row-level security then backs up the
 * account named in every query. Put on every boundary with {@code @Interceptors(AccountScope.class)}; the account is taken
 * from the first argument.
 */
public class AccountScope {

    @Resource(lookup = "jdbc/lethe")
    private DataSource data;

    @AroundInvoke
    Object scope(InvocationContext call) throws Exception {
        if (call.getMethod().isAnnotationPresent(AcrossAccounts.class)) {
            set("", "all");
        } else {
            set(accountOf(call).toString(), "");
        }
        return call.proceed();
    }

    private static AccountId accountOf(InvocationContext call) {
        Object[] arguments = call.getParameters();
        if (arguments.length > 0 && arguments[0] instanceof HasAccount owned) {
            return owned.account();
        }
        throw new IllegalStateException(call.getMethod() + " names no account as its first argument");
    }

    // Both settings are local to the transaction, so a pooled connection never carries one over.
    private void set(String account, String scope) throws SQLException {
        try (var connection = data.getConnection();
                var statement = connection.prepareStatement(
                        "select set_config('app.account', ?, true), set_config('app.scope', ?, true)")) {
            statement.setString(1, account);
            statement.setString(2, scope);
            statement.execute();
        }
    }
}
