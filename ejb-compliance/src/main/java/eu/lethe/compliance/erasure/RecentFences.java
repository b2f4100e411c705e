package eu.lethe.compliance.erasure;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.AcrossAccounts;
import jakarta.ejb.Stateless;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Who, or which conversation, was fenced lately, on any node. */
@Stateless
@Interceptors(AccountScope.class)
public class RecentFences {

    @PersistenceContext
    EntityManager em;

    @AcrossAccounts(because = "a node holds in memory people of every account")
    public List<Fenced> since(Instant time) {
        List<?> rows = em.createNativeQuery("select account_id, subject_id, conversation_id from compliance.erasure_job"
                        + " where state <> 'CLOSED' and subject_id is not null and fenced_at >= ?1")
                .setParameter(1, time.atOffset(ZoneOffset.UTC))
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Fenced(new AccountId((UUID) row[0]), (UUID) row[1], (UUID) row[2]))
                .toList();
    }
}
