package eu.lethe.compliance.erasure;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.AcrossAccounts;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.persistence.FencedRows;
import eu.lethe.compliance.persistence.UuidArray;
import eu.lethe.compliance.vault.ErasureKeys;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.interceptor.Interceptors;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * Looks for people in every table there is, found in the catalogue and not in what the stores say of themselves: a table that a
 * store forgot, or that nobody registered, is searched like any other.
 */
@Stateless
@Interceptors(AccountScope.class)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Scan {

    private static final Jsonb JSON = JsonbBuilder.create();

    // The ledger names people by their random id on purpose, until the erasure is closed; the log of who did what for
    // good.
    private static final String LEDGER =
            "('erasure_job', 'fenced_subject', 'hold_item', 'audit_event', 'tombstone', 'erasure_step')";

    // What clients give an id of their own choice, and whatever refers to it: somebody could choose another's.
    private static final String CHOSEN = "('chat.message', 'compliance.subject_request')";

    static final String COLUMNS = "select format('%I.%I', n.nspname, c.relname),"
            + " string_agg(quote_ident(a.attname), ',' order by a.attnum)"
            + " from pg_class c join pg_namespace n on n.oid = c.relnamespace"
            + " join pg_attribute a on a.attrelid = c.oid join pg_type t on t.oid = a.atttypid"
            + " where c.relkind in ('r', 'p') and n.nspname not like 'pg!_%' escape '!'"
            + " and n.nspname <> 'information_schema' and a.attnum > 0 and not a.attisdropped"
            + " and a.attname <> 'account_id' and c.relname not in " + LEDGER
            + " and has_table_privilege(c.oid, 'select')";

    static final String IDS = " and t.typname = 'uuid' and not exists (select 1 from pg_constraint k"
            + " where k.conrelid = c.oid and k.conkey = array[a.attnum]"
            + " and (k.contype = 'p' and format('%I.%I', n.nspname, c.relname) in " + CHOSEN
            + " or k.contype = 'f' and (select format('%I.%I', other.nspname, named.relname) from pg_class named"
            + " join pg_namespace other on other.oid = named.relnamespace where named.oid = k.confrelid) in " + CHOSEN
            + "))";

    // Only what is an account's own, and no codes: those are the software's words, whoever they remind of. Nor what an
    // account keeps about its members, who are not asked about here.
    static final String TEXTS = " and t.typname in ('text', 'varchar', 'bpchar', 'jsonb', 'json')"
            + " and c.relname not in ('member', 'api_client') and exists (select 1 from pg_attribute own"
            + " where own.attrelid = c.oid and own.attname = 'account_id' and not own.attisdropped)"
            + " and not exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.contype = 'c'"
            + " and k.conkey = array[a.attnum]"
            + " and pg_get_constraintdef(k.oid) ~ '(= ANY [(]+ARRAY|= ''[A-Z_]+''|~ ''\\^)')";

    @PersistenceContext
    EntityManager em;

    @Resource(lookup = "jdbc/lethe-vault")
    DataSource vault;

    /** How many rows, in any table of both databases, have a column that holds the id; ids that stand nowhere are left out. */
    @AcrossAccounts(because = "a row that got under another account must be found too")
    public Map<UUID, Long> rowsWith(Collection<UUID> ids) {
        FencedRows.show(em);
        Map<UUID, Long> found = keysOf(ids);
        for (Object[] table : tables(IDS)) {
            List<String> columns = columns(table);
            String anywhere = columns.stream()
                    .map(column -> column + " = any (cast(?1 as uuid[]))")
                    .collect(Collectors.joining(" or "));
            String from = " from " + table[0] + " each ";
            if (isThere("select exists (select 1" + from + "where " + anywhere + ")", UuidArray.of(ids))) {
                String same = columns.stream()
                        .map(column -> "each." + column + " = wanted.id")
                        .collect(Collectors.joining(" or "));
                count(
                        found,
                        em.createNativeQuery("select wanted.id, count(*)" + from
                                        + "join unnest(cast(?1 as uuid[])) as wanted (id) on " + same + " group by 1")
                                .setParameter(1, UuidArray.of(ids)));
            }
        }
        return found;
    }

    /**
     * How many texts of the account hold the word, standing by itself and in upper or lower case; words that stand nowhere are left
     * out. In no other account: what stands there is nobody's business here.
     */
    public Map<String, Long> rowsMentioning(AccountId account, Set<String> words) {
        Map<String, Long> found = new HashMap<>();
        if (words.isEmpty()) {
            return found;
        }
        FencedRows.show(em);
        Map<String, String> patterns = words.stream().collect(Collectors.toMap(word -> word, Scan::pattern));
        for (Object[] table : tables(TEXTS)) {
            String text = columns(table).stream()
                    .map(column -> "cast(" + column + " as text)")
                    .collect(Collectors.joining(", ", "lower(concat_ws(' ', ", "))"));
            // "offset 0" has each row turned to lower case once, not once a word.
            String texts =
                    " from (select " + text + " as said from " + table[0] + " where account_id = ?1 offset 0) as each ";
            if (mayMention(texts, account, words)) {
                count(
                        found,
                        em.createNativeQuery("select wanted.word, count(*)" + texts
                                        + "join json_each_text(cast(?2 as json)) as wanted (word, pattern)"
                                        + " on each.said ~ wanted.pattern group by 1")
                                .setParameter(1, account.value())
                                .setParameter(2, JSON.toJson(patterns)));
            }
        }
        return found;
    }

    /** Whether there is still a key of what a hold kept of the erasure's person. */
    public boolean hasHoldKey(AccountId account, UUID job) {
        Subject owner = ErasureKeys.ofHold(account, job);
        try (var connection = vault.getConnection();
                var query = connection.prepareStatement(
                        "select 1 from vault.subject_key where subject_id = ? and generation = ?")) {
            query.setObject(1, owner.id());
            query.setInt(2, owner.generation());
            return query.executeQuery().next();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    // A search for a word skips what cannot be one, which a pattern cannot: half the time of "like" for sixteen words.
    private boolean mayMention(String texts, AccountId account, Set<String> words) {
        List<String> wanted = words.stream().map(Scan::lower).distinct().toList();
        String anyOfThem = IntStream.rangeClosed(2, wanted.size() + 1)
                .mapToObj(i -> "strpos(each.said, ?" + i + ") > 0")
                .collect(Collectors.joining(" or "));
        Query query = em.createNativeQuery("select exists (select 1" + texts + "where " + anyOfThem + ")")
                .setParameter(1, account.value());
        for (int i = 0; i < wanted.size(); i++) {
            query.setParameter(i + 2, wanted.get(i));
        }
        return (Boolean) query.getSingleResult();
    }

    private boolean isThere(String question, String ids) {
        return (Boolean) em.createNativeQuery(question).setParameter(1, ids).getSingleResult();
    }

    @SuppressWarnings("unchecked")
    private static <T> void count(Map<T, Long> found, Query counted) {
        for (Object row : counted.getResultList()) {
            found.merge((T) ((Object[]) row)[0], (Long) ((Object[]) row)[1], Long::sum);
        }
    }

    private Map<UUID, Long> keysOf(Collection<UUID> ids) {
        Map<UUID, Long> found = new HashMap<>();
        try (var connection = vault.getConnection();
                var query = connection.prepareStatement("select subject_id, count(*) from vault.subject_key"
                        + " where subject_id = any (?) group by subject_id")) {
            query.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            var row = query.executeQuery();
            while (row.next()) {
                found.put(row.getObject(1, UUID.class), row.getLong(2));
            }
            return found;
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> tables(String which) {
        return em.createNativeQuery(COLUMNS + which + " group by 1 order by 1").getResultList();
    }

    private static List<String> columns(Object[] table) {
        return List.of(((String) table[1]).split(","));
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    /** Of a word that stands by itself: "Mark" is not in "Markdown". */
    static String pattern(String word) {
        String literal = lower(word).replaceAll("[^\\p{L}\\p{N}\\s]", "\\\\$0");
        return "(^|[^[:alnum:]])" + literal + "($|[^[:alnum:]])";
    }
}
