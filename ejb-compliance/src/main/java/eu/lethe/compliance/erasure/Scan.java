package eu.lethe.compliance.erasure;

import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.AcrossAccounts;
import eu.lethe.compliance.persistence.FencedRows;
import eu.lethe.compliance.persistence.UuidArray;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * Looks for a person in every table there is, found in the catalogue and not in what the stores say of themselves: a table that a
 * store forgot, or that nobody registered, is searched like any other.
 */
@Stateless
@Interceptors(AccountScope.class)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Scan {

    // The ledger names people by their random id on purpose, until the erasure is closed; the log of who did what for
    // good.
    private static final String LEDGER =
            "('erasure_job', 'fenced_subject', 'hold_item', 'audit_event', 'tombstone', 'erasure_step')";

    @PersistenceContext
    EntityManager em;

    @Resource(lookup = "jdbc/lethe-vault")
    DataSource vault;

    /** Rows, in any table of both databases, with a column that holds one of the ids. */
    @AcrossAccounts(because = "a row that got under another account must be found too")
    public long rowsWith(Collection<UUID> ids) {
        FencedRows.show(em);
        long found = keysOf(ids);
        for (Object[] table : tables("uuid")) {
            String anywhere = columns(table).stream()
                    .map(column -> column + " = any (cast(?1 as uuid[]))")
                    .collect(Collectors.joining(" or "));
            found += (Long) em.createNativeQuery("select count(*) from " + table[0] + " where " + anywhere)
                    .setParameter(1, UuidArray.of(ids))
                    .getSingleResult();
        }
        return found;
    }

    /** Rows, in any table of the data, with a text that holds one of the words, in upper or lower case. */
    @AcrossAccounts(because = "a word that got under another account must be found too")
    public long rowsMentioning(Set<String> words) {
        if (words.isEmpty()) {
            return 0;
        }
        FencedRows.show(em);
        List<String> wanted = words.stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        // A search for a word skips what cannot be one, which a pattern cannot: half the time of "like" for sixteen
        // words.
        String anyOfThem = IntStream.rangeClosed(1, wanted.size())
                .mapToObj(i -> "strpos(each.said, ?" + i + ") > 0")
                .collect(Collectors.joining(" or "));
        long found = 0;
        for (Object[] table : tables("text', 'varchar', 'bpchar', 'jsonb', 'json")) {
            String text = columns(table).stream()
                    .map(column -> "cast(" + column + " as text)")
                    .collect(Collectors.joining(", ", "lower(concat_ws(' ', ", "))"));
            // "offset 0" has each row turned to lower case once, not once a word.
            Query query = em.createNativeQuery("select count(*) from (select " + text + " as said from " + table[0]
                    + " offset 0) as each where " + anyOfThem);
            for (int i = 0; i < wanted.size(); i++) {
                query.setParameter(i + 1, wanted.get(i));
            }
            found += (Long) query.getSingleResult();
        }
        return found;
    }

    private long keysOf(Collection<UUID> ids) {
        try (var connection = vault.getConnection();
                var query = connection.prepareStatement(
                        "select count(*) from vault.subject_key where subject_id = any (?)")) {
            query.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            var row = query.executeQuery();
            row.next();
            return row.getLong(1);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> tables(String types) {
        return em.createNativeQuery("select format('%I.%I', n.nspname, c.relname),"
                        + " string_agg(quote_ident(a.attname), ',' order by a.attnum)"
                        + " from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                        + " join pg_attribute a on a.attrelid = c.oid join pg_type t on t.oid = a.atttypid"
                        + " where c.relkind in ('r', 'p') and n.nspname not like 'pg!_%' escape '!'"
                        + " and n.nspname <> 'information_schema' and a.attnum > 0 and not a.attisdropped"
                        + " and a.attname <> 'account_id' and c.relname not in " + LEDGER
                        + " and has_table_privilege(c.oid, 'select')"
                        + " and t.typname in ('" + types + "') group by 1 order by 1")
                .getResultList();
    }

    private static List<String> columns(Object[] table) {
        return List.of(((String) table[1]).split(","));
    }
}
