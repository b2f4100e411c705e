package eu.lethe.compliance.audit;

import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.AcrossAccounts;
import eu.lethe.compliance.proof.AuditSeal;
import eu.lethe.compliance.proof.Signed;
import eu.lethe.compliance.vault.KeyRing;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;

/** The transactions of the sealer's timer. */
@Stateless
@Interceptors(AccountScope.class)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Sealing {

    private static final int MOST_EVENTS = 20_000;

    /** What {@link Horizon} looks at. */
    public record Look(long lastDrawn, long own, long oldest) {}

    @Resource(lookup = "jdbc/lethe")
    DataSource data;

    @Inject
    KeyRing keys;

    @Inject
    Clock clock;

    @AcrossAccounts(because = "a seal is over the log of every account")
    public Look look() {
        try (var connection = data.getConnection()) {
            var ledger = new Ledger(connection);
            // Evaluated from left to right, as the horizon asks.
            return new Look(ledger.lastDrawn(), ledger.ownTransaction(), ledger.oldestTransaction());
        } catch (SQLException failed) {
            throw new EJBException(failed);
        }
    }

    /** Makes the next seal, unless there is nothing to seal or another node is at it. */
    @AcrossAccounts(because = "a seal is over the log of every account")
    public Optional<AuditSeal> seal(long upTo, Optional<Signed> elsewhere) {
        try (var connection = data.getConnection()) {
            var ledger = new Ledger(connection);
            if (!ledger.isAlone()) {
                return Optional.empty();
            }
            return new Sealer(ledger, keys, MOST_EVENTS).seal(upTo, elsewhere, clock.instant());
        } catch (SQLException failed) {
            throw new EJBException(failed);
        }
    }
}
