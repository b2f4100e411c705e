package eu.lethe.compliance.subjects;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.persistence.Columns;
import jakarta.ejb.Stateless;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How people stand: read by whoever reports about them. */
@Stateless
@Interceptors(AccountScope.class)
public class Standings {

    /** @param restricted whether the person's data is only to be kept (Art. 18 GDPR) */
    public record Standing(
            Subject subject,
            boolean restricted,
            Instant createdAt,
            Instant lastActivityAt,
            @Nullable Instant lastSubmissionAt) {}

    @PersistenceContext
    EntityManager em;

    /** Empty if the account knows no such person, or is forgetting them. */
    public Optional<Standing> of(AccountId account, UUID id) {
        List<?> rows = em.createNativeQuery("select generation, state, created_at, last_activity_at, last_submission_at"
                        + " from compliance.subject where account_id = ?1 and id = ?2"
                        + " and state in ('ACTIVE', 'RESTRICTED')")
                .setParameter(1, account.value())
                .setParameter(2, id)
                .getResultList();
        return rows.stream().findFirst().map(row -> standing(account, id, (Object[]) row));
    }

    private static Standing standing(AccountId account, UUID id, Object[] row) {
        return new Standing(
                new Subject(account, id, (Integer) row[0]),
                "RESTRICTED".equals(row[1]),
                Columns.instant(row[2]),
                Columns.instant(row[3]),
                row[4] == null ? null : Columns.instant(row[4]));
    }
}
