package eu.lethe.compliance.audit;

import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.AcrossAccounts;
import eu.lethe.compliance.proof.Digest;
import jakarta.ejb.Stateless;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The seals over the audit log, each of which fixes everything recorded before it. */
@Stateless
@Interceptors(AccountScope.class)
public class Seals {

    /**
     * @param id counts from 1
     * @param root SHA-256 of the seal, in hexadecimal: through the seals before it, a digest of the whole log up to here
     * @param document as it was signed
     */
    public record Seal(long id, String root, String document) {}

    @PersistenceContext
    EntityManager em;

    /** The newest seal; empty until something was recorded and sealed. */
    @AcrossAccounts(because = "a seal is over the log of every account")
    public Optional<Seal> head() {
        List<?> rows = em.createNativeQuery(
                        "select id, digest, document from compliance.audit_seal order by id desc limit 1")
                .getResultList();
        return seals(rows).stream().findFirst();
    }

    /** The seals that follow one, in order. */
    @AcrossAccounts(because = "a seal is over the log of every account")
    public List<Seal> after(long id, int limit) {
        List<?> rows = em.createNativeQuery(
                        "select id, digest, document from compliance.audit_seal where id > ?1 order by id limit ?2")
                .setParameter(1, id)
                .setParameter(2, limit)
                .getResultList();
        return seals(rows);
    }

    private static List<Seal> seals(List<?> rows) {
        return rows.stream().map(row -> seal((Object[]) row)).toList();
    }

    private static Seal seal(Object[] row) {
        return new Seal((Long) row[0], Digest.hex((byte[]) row[1]), (String) row[2]);
    }
}
