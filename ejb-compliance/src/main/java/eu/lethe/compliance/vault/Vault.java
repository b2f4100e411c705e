package eu.lethe.compliance.vault;

import static java.lang.System.Logger.Level.ERROR;

import eu.lethe.compliance.kernel.Subject;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.sql.DataSource;

/**
 * Makes, lends and shreds subjects' data keys. Lending and making stay out of the caller's transaction, which so keeps to one
 * database; shredding is part of it, so that a person's rows and keys go together or not at all.
 */
@Stateless
public class Vault {

    static final int PATIENCE_SECONDS = 10;

    private static final System.Logger LOG = System.getLogger(Vault.class.getName());
    private static final String KEY = "key";

    @Resource(lookup = "jdbc/lethe-vault")
    DataSource vault;

    @Inject
    KeyHolder holder;

    @Inject
    Clock clock;

    /** The subject's key; a key that does not exist opens everything as {@link SubjectKey#ERASED} and refuses to seal. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public SubjectKey keyOf(Subject subject) {
        try (var connection = vault.getConnection();
                var query = prepare(
                        connection,
                        "select wrapped, epoch from vault.subject_key where subject_id = ? and generation = ?")) {
            query.setObject(1, subject.id());
            query.setInt(2, subject.generation());
            var row = query.executeQuery();
            if (!row.next()) {
                return new SubjectKey(subject, null);
            }
            int epoch = row.getInt(2);
            return new SubjectKey(subject, holder.keysOf(epoch).unwrap(epoch, nameOf(subject), row.getBytes(1)));
        } catch (SQLException broken) {
            throw unreachable(broken);
        }
    }

    /** Makes the key of a new subject or generation, committed when this returns. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public SubjectKey makeKey(Subject subject) {
        return insertKey(subject);
    }

    /** Makes a key in the caller's transaction: it is there if and only if what is sealed under it is. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public SubjectKey addKey(Subject owner) {
        return insertKey(owner);
    }

    private SubjectKey insertKey(Subject subject) {
        Keys keys = holder.keys();
        SecretKey key = KeyFile.newKey();
        try (var connection = vault.getConnection();
                var insert = prepare(
                        connection,
                        "insert into vault.subject_key (subject_id, generation, wrapped, epoch, created_at, account_id)"
                                + " values (?, ?, ?, ?, ?, ?)")) {
            insert.setObject(1, subject.id());
            insert.setInt(2, subject.generation());
            insert.setBytes(3, keys.wrap(nameOf(subject), key));
            insert.setInt(4, keys.epoch());
            insert.setObject(5, clock.instant().atOffset(ZoneOffset.UTC));
            insert.setObject(6, subject.account().value());
            insert.executeUpdate();
            return new SubjectKey(subject, key);
        } catch (SQLException broken) {
            throw unreachable(broken);
        }
    }

    /** Destroys every key of the owners, in the caller's transaction. Needs no key store: who lost it can still forget. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void shred(Collection<UUID> owners) {
        try (var connection = vault.getConnection();
                var delete = prepare(connection, "delete from vault.subject_key where subject_id = any (?)")) {
            delete.setArray(1, connection.createArrayOf("uuid", owners.toArray()));
            delete.executeUpdate();
        } catch (SQLException broken) {
            throw unreachable(broken);
        }
    }

    /** Destroys one key of the owner, in the caller's transaction; the owner's others stay. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void shredOne(Subject owner) {
        try (var connection = vault.getConnection();
                var delete =
                        prepare(connection, "delete from vault.subject_key where subject_id = ? and generation = ?")) {
            delete.setObject(1, owner.id());
            delete.setInt(2, owner.generation());
            delete.executeUpdate();
        } catch (SQLException broken) {
            throw unreachable(broken);
        }
    }

    /** What a key is wrapped with, so that it opens for nobody else. */
    static String nameOf(Subject owner) {
        return SubjectKey.nameOf(owner, KEY);
    }

    private static PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setQueryTimeout(PATIENCE_SECONDS);
        return statement;
    }

    static VaultUnavailable unreachable(SQLException broken) {
        LOG.log(ERROR, "The vault does not answer", broken);
        return new VaultUnavailable("The vault's database does not answer: " + broken.getMessage());
    }
}
