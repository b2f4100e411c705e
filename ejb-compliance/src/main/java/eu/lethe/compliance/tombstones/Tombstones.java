package eu.lethe.compliance.tombstones;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.AcrossAccounts;
import eu.lethe.compliance.persistence.Columns;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** The tombstones in the database. */
@Stateless
@Interceptors(AccountScope.class)
public class Tombstones {

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    /** Writes a tombstone in the transaction that fences what it names; the same again changes nothing. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void add(AccountId account, Tombstone.Kind kind, UUID named, UUID job) {
        em.createNativeQuery("insert into compliance.tombstone (account_id, kind, token, job_id, erased_at)"
                        + " values (?1, ?5, ?2, ?3, ?4) on conflict (account_id, kind, token) do nothing")
                .setParameter(1, account.value())
                .setParameter(2, Tombstone.tokenOf(named))
                .setParameter(3, job)
                .setParameter(4, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(5, kind.name())
                .executeUpdate();
    }

    /** Puts one back that a restored backup did not know of. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void putBack(AccountId account, Tombstone tombstone) {
        em.createNativeQuery("insert into compliance.tombstone (account_id, kind, token, job_id, erased_at)"
                        + " values (?1, ?2, ?3, ?4, ?5) on conflict (account_id, kind, token) do nothing")
                .setParameter(1, account.value())
                .setParameter(2, tombstone.kind().name())
                .setParameter(3, HexFormat.of().parseHex(tombstone.token()))
                .setParameter(4, tombstone.job())
                .setParameter(5, tombstone.erasedAt().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** The highest number there is; 0 if nobody was forgotten yet. */
    @AcrossAccounts(because = "the restore guard answers for the whole installation")
    public long latest() {
        return (Long) em.createNativeQuery("select coalesce(max(seq), 0) from compliance.tombstone")
                .getSingleResult();
    }

    /** Every tombstone of the job. */
    public List<Tombstone> of(AccountId account, UUID job) {
        return read("select seq, account_id, kind, token, job_id, erased_at from compliance.tombstone"
                + " where account_id = '" + account + "' and job_id = '" + job + "' order by seq");
    }

    /** All of them, in their order. */
    @AcrossAccounts(because = "the mirror and the restore guard answer for the whole installation")
    public List<Tombstone> all() {
        return read("select seq, account_id, kind, token, job_id, erased_at from compliance.tombstone order by seq");
    }

    private List<Tombstone> read(String sql) {
        List<?> rows = em.createNativeQuery(sql).getResultList();
        return rows.stream().map(row -> tombstone((Object[]) row)).toList();
    }

    private static Tombstone tombstone(Object[] row) {
        return new Tombstone(
                (Long) row[0],
                new AccountId((UUID) row[1]),
                Tombstone.Kind.valueOf((String) row[2]),
                HexFormat.of().formatHex((byte[]) row[3]),
                (UUID) row[4],
                Columns.instant(row[5]));
    }
}
