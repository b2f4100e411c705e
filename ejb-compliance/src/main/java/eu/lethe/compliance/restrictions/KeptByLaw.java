package eu.lethe.compliance.restrictions;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.persistence.Columns;
import jakarta.ejb.Stateless;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The laws that keep conversations of a person, as the person is told of them (Art. 13(2)(a), 17(3)(b) GDPR). */
@Stateless
@Interceptors(AccountScope.class)
public class KeptByLaw {

    /**
     * A law and what it keeps.
     *
     * @param until the last day
     * @param conversations how many of the person's
     */
    public record Law(String law, LocalDate until, long conversations) {}

    @PersistenceContext
    EntityManager em;

    /** Those that hold now, by name and last day. */
    public List<Law> of(AccountId account, UUID person) {
        List<?> rows = em.createNativeQuery(
                        "select h.law, h.until, count(*) from compliance.legal_hold h"
                                + " join compliance.hold_item i on i.hold_id = h.id where h.account_id = ?1 and i.account_id = ?1"
                                + " and i.subject_id = ?2 and h.released_at is null group by h.law, h.until order by h.law, h.until")
                .setParameter(1, account.value())
                .setParameter(2, person)
                .getResultList();
        return rows.stream().map(row -> law((Object[]) row)).toList();
    }

    private static Law law(Object[] row) {
        return new Law((String) row[0], Columns.date(row[1]), (Long) row[2]);
    }
}
