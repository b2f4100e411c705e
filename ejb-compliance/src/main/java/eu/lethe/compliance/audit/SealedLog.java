package eu.lethe.compliance.audit;

import eu.lethe.compliance.audit.Ledger.StoredBlock;
import eu.lethe.compliance.audit.Ledger.StoredSeal;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.AcrossAccounts;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.proof.AuditEvent;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The log a page at a time, each in a short transaction: reading all of it takes as long as it takes. */
@Stateless
@Interceptors(AccountScope.class)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SealedLog {

    private static final int SEALS = 500;
    private static final int BLOCKS = 50;
    private static final long EVENTS = 20_000;

    /** Some seals, every block under them, and the events that should be in the blocks. */
    public record Page(List<StoredSeal> seals, List<StoredBlock> blocks, List<AuditEvent> events) {}

    /** From one number to another. */
    public record Range(long from, long to) {}

    /** A block with its seal and its events. */
    public record Whole(StoredBlock block, String seal, List<AuditEvent> events) {}

    @Resource(lookup = "jdbc/lethe")
    DataSource data;

    @Inject
    AuditLog audit;

    /** Records that the log itself was taken away or checked. */
    public void record(Caller caller, AuditAction action) {
        audit.record(caller, action, caller.account().value());
    }

    /** @param account whose events are looked at, or null for everybody's */
    @AcrossAccounts(because = "a seal is over the log of every account")
    public Page page(@Nullable UUID account, long afterSeal, long lastSeal) {
        try (var connection = data.getConnection()) {
            return page(new Ledger(connection), account, afterSeal, lastSeal);
        } catch (SQLException failed) {
            throw new EJBException(failed);
        }
    }

    static Page page(Ledger ledger, @Nullable UUID account, long afterSeal, long lastSeal) throws SQLException {
        List<StoredSeal> seals = few(ledger.sealsAfter(afterSeal, lastSeal, SEALS));
        if (seals.isEmpty()) {
            return new Page(seals, List.of(), List.of());
        }
        StoredSeal first = seals.get(0);
        StoredSeal last = seals.get(seals.size() - 1);
        return new Page(seals, ledger.under(first.id(), last.id()), ledger.events(account, first.from(), last.to()));
    }

    @AcrossAccounts(because = "a seal is over the log of every account")
    public long unsealed(@Nullable UUID account, long lastSealed) {
        try (var connection = data.getConnection()) {
            return new Ledger(connection).eventsAfter(account, lastSealed);
        } catch (SQLException failed) {
            throw new EJBException(failed);
        }
    }

    /** The events of the period, by number; empty if there are none. */
    public Optional<Range> range(AccountId account, Instant from, Instant before) {
        try (var connection = data.getConnection()) {
            return new Ledger(connection)
                    .range(account.value(), from.atOffset(ZoneOffset.UTC), before.atOffset(ZoneOffset.UTC));
        } catch (SQLException failed) {
            throw new EJBException(failed);
        }
    }

    /** The next blocks of the account that hold events of the range; empty after the last. */
    public List<Whole> blocks(AccountId account, Range range) {
        try (var connection = data.getConnection()) {
            var ledger = new Ledger(connection);
            var whole = new ArrayList<Whole>();
            for (StoredBlock block : ledger.blocks(account.value(), range.from(), range.to(), BLOCKS)) {
                var events = ledger.events(
                        account.value(), block.block().from(), block.block().to());
                String seal =
                        ledger.seal(block.seal()).map(StoredSeal::document).orElse("");
                whole.add(new Whole(block, seal, events));
            }
            return whole;
        } catch (SQLException failed) {
            throw new EJBException(failed);
        }
    }

    // One seal at least, and no more than fit comfortably into memory with their events.
    private static List<StoredSeal> few(List<StoredSeal> seals) {
        long events = 0;
        for (int i = 0; i < seals.size(); i++) {
            events += seals.get(i).events();
            if (events > EVENTS) {
                return seals.subList(0, Math.max(1, i));
            }
        }
        return seals;
    }
}
