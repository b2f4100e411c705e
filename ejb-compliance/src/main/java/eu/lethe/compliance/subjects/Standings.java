package eu.lethe.compliance.subjects;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.persistence.Columns;
import eu.lethe.compliance.persistence.UuidArray;
import jakarta.ejb.Stateless;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
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
        return of(account, List.of(id)).stream().findFirst();
    }

    /** Of those whom the account knows and is not forgetting. */
    public List<Standing> of(AccountId account, Collection<UUID> ids) {
        List<?> rows = em.createNativeQuery(
                        "select generation, state, created_at, last_activity_at, last_submission_at,"
                                + " id from compliance.subject where account_id = ?1 and id = any (cast(?2 as uuid[]))"
                                + " and state in ('ACTIVE', 'RESTRICTED') order by created_at, id")
                .setParameter(1, account.value())
                .setParameter(2, UuidArray.of(ids))
                .getResultList();
        return rows.stream().map(row -> standing(account, (Object[]) row)).toList();
    }

    private static Standing standing(AccountId account, Object[] row) {
        return new Standing(
                new Subject(account, (UUID) row[5], (Integer) row[0]),
                "RESTRICTED".equals(row[1]),
                Columns.instant(row[2]),
                Columns.instant(row[3]),
                row[4] == null ? null : Columns.instant(row[4]));
    }
}
