package eu.lethe.compliance.restrictions;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.persistence.Columns;
import eu.lethe.compliance.restrictions.Restrictions.Restriction;
import eu.lethe.compliance.subjects.SubjectGone;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.UUID;

/** The rows of restrictions, and the state of the person that follows from them. */
final class RestrictionRows {

    private static final String COLUMNS =
            "select subject_id, ground, origin, request_id, restricted_at, informed_at, lift_on, lifted_at"
                    + " from compliance.restriction where account_id = ?1";
    private static final String OPEN =
            COLUMNS + " and subject_id = ?2 and lifted_at is null order by restricted_at, id";

    private RestrictionRows() {}

    /** Waits for every writer that holds the person, as an erasure does. @return the person's state */
    static String lock(EntityManager em, AccountId account, UUID subject) {
        List<?> rows = about(
                        em,
                        account,
                        subject,
                        "select state from compliance.subject where account_id = ?1 and id = ?2"
                                + " and state in ('ACTIVE', 'RESTRICTED') for update")
                .getResultList();
        if (rows.isEmpty()) {
            throw new SubjectGone();
        }
        return (String) rows.get(0);
    }

    static void become(EntityManager em, AccountId account, UUID subject, String state) {
        about(em, account, subject, "update compliance.subject set state = ?3 where account_id = ?1 and id = ?2")
                .setParameter(3, state)
                .executeUpdate();
    }

    /** What holds now, the first first. */
    static List<Restriction> open(EntityManager em, AccountId account, UUID subject) {
        return restrictions(about(em, account, subject, OPEN));
    }

    /** The newest first. */
    static List<Restriction> all(EntityManager em, AccountId account) {
        return restrictions(em.createNativeQuery(COLUMNS + " order by restricted_at desc, id limit 500")
                .setParameter(1, account.value()));
    }

    static Query about(EntityManager em, AccountId account, UUID subject, String sql) {
        return em.createNativeQuery(sql).setParameter(1, account.value()).setParameter(2, subject);
    }

    private static List<Restriction> restrictions(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> restriction((Object[]) row)).toList();
    }

    private static Restriction restriction(Object[] row) {
        return new Restriction(
                (UUID) row[0],
                Ground.valueOf((String) row[1]),
                Origin.valueOf((String) row[2]),
                (UUID) row[3],
                Columns.instant(row[4]),
                row[5] == null ? null : Columns.instant(row[5]),
                row[6] == null ? null : Columns.date(row[6]),
                row[7] == null ? null : Columns.instant(row[7]));
    }
}
