package eu.lethe.compliance.vault;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.vault.EpochLedger.Wrapped;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Wraps keys of older epochs under the newest, some at a time, each time in a short transaction that waits for nobody. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Rewraps {

    @Resource(lookup = "jdbc/lethe-vault")
    DataSource vault;

    @Inject
    KeyHolder holder;

    /** How far the keys have been gone through. */
    public record Position(UUID owner, int generation) {
        static final Position START = new Position(new UUID(0, 0), 0);
    }

    /**
     * What became of some keys.
     *
     * @param taken how many were looked at; fewer than asked for means that there are no more
     * @param stuck how many stay as they are because none of the accounts opens them
     */
    public record Bite(Position last, int taken, int stuck) {}

    /** Whether any key is wrapped under an older epoch. */
    public boolean isAnyLeft() {
        try (var connection = vault.getConnection()) {
            return new EpochLedger(connection).isUsedBefore(holder.keys().epoch());
        } catch (SQLException broken) {
            throw Vault.unreachable(broken);
        }
    }

    /** @param accounts whose keys there are, for those that do not say whose they are */
    public Bite next(Position after, List<AccountId> accounts, int limit) {
        Keys keys = holder.keys();
        try (var connection = vault.getConnection()) {
            var ledger = new EpochLedger(connection);
            List<Wrapped> taken = ledger.older(keys.epoch(), after.owner(), after.generation(), limit);
            var again = new ArrayList<Wrapped>();
            taken.forEach(key -> rewrapped(key, accounts, keys).ifPresent(again::add));
            ledger.replace(again);
            Position last = taken.isEmpty() ? after : position(taken.get(taken.size() - 1));
            return new Bite(last, taken.size(), taken.size() - again.size());
        } catch (SQLException broken) {
            throw Vault.unreachable(broken);
        }
    }

    private static Optional<Wrapped> rewrapped(Wrapped key, List<AccountId> accounts, Keys keys) {
        Stream<AccountId> owners = key.account() == null ? accounts.stream() : Stream.of(new AccountId(key.account()));
        return owners.flatMap(account -> rewrapped(key, account, keys).stream()).findFirst();
    }

    private static Optional<Wrapped> rewrapped(Wrapped key, AccountId account, Keys keys) {
        String name = Vault.nameOf(new Subject(account, key.owner(), key.generation()));
        try {
            byte[] bytes = keys.wrap(name, keys.unwrap(key.epoch(), name, key.bytes()));
            return Optional.of(new Wrapped(key.owner(), key.generation(), account.value(), bytes, keys.epoch()));
        } catch (BrokenSeal anotherAccounts) {
            return Optional.empty();
        }
    }

    private static Position position(Wrapped key) {
        return new Position(key.owner(), key.generation());
    }
}
