package eu.lethe.compliance.vault;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What happened to epochs and nobody has been told, in the transaction of whoever tells it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class EpochEvents {

    @Resource(lookup = "jdbc/lethe-vault")
    DataSource vault;

    /** @param destroyed whether its key was destroyed, or else made */
    public record Event(int epoch, boolean destroyed) {}

    /** Takes what was not told yet; it is told once this transaction commits. */
    public List<Event> take() {
        try (var connection = vault.getConnection()) {
            var events = new ArrayList<Event>();
            events.addAll(take(connection, "logged = 'NOTHING'", "MADE"));
            events.addAll(take(connection, "logged = 'MADE' and destroyed_at is not null", "DESTROYED"));
            return events;
        } catch (SQLException broken) {
            throw Vault.unreachable(broken);
        }
    }

    private static List<Event> take(Connection connection, String open, String state) throws SQLException {
        try (var update = connection.prepareStatement(
                "update vault.key_epoch set logged = ? where " + open + " returning epoch")) {
            update.setQueryTimeout(Vault.PATIENCE_SECONDS);
            update.setString(1, state);
            var events = new ArrayList<Event>();
            var rows = update.executeQuery();
            while (rows.next()) {
                events.add(new Event(rows.getInt(1), state.equals("DESTROYED")));
            }
            return events;
        }
    }
}
