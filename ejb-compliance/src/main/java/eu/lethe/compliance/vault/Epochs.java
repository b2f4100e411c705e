package eu.lethe.compliance.vault;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

/** The fingerprints of the wrapping keys the vault was sealed with. Only the key ring asks. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Epochs {

    @Resource(lookup = "jdbc/lethe-vault")
    DataSource vault;

    @Inject
    Clock clock;

    public SortedMap<Integer, byte[]> known() {
        var known = new TreeMap<Integer, byte[]>();
        try (var connection = vault.getConnection();
                var query = connection.prepareStatement("select epoch, fingerprint from vault.key_epoch")) {
            query.setQueryTimeout(Vault.PATIENCE_SECONDS);
            var rows = query.executeQuery();
            while (rows.next()) {
                known.put(rows.getInt(1), rows.getBytes(2));
            }
            return known;
        } catch (SQLException broken) {
            throw Vault.unreachable(broken);
        }
    }

    /** Keeps the fingerprints of epochs the vault has not seen; those it has stay as they are. */
    public void add(SortedMap<Integer, byte[]> fingerprints) {
        try (var connection = vault.getConnection();
                var insert = connection.prepareStatement("insert into vault.key_epoch (epoch, fingerprint, created_at)"
                        + " values (?, ?, ?) on conflict do nothing")) {
            insert.setQueryTimeout(Vault.PATIENCE_SECONDS);
            for (var print : fingerprints.entrySet()) {
                insert.setInt(1, print.getKey());
                insert.setBytes(2, print.getValue());
                insert.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
                insert.executeUpdate();
            }
        } catch (SQLException broken) {
            throw Vault.unreachable(broken);
        }
    }
}
