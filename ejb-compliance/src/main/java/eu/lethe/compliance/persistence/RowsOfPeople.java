package eu.lethe.compliance.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** The rows of a table that are about people, by its columns {@code account_id} and {@code subject_id}; each call is one statement. */
public final class RowsOfPeople {

    private static final String THEIRS = " where account_id = ?1 and subject_id = any (cast(?2 as uuid[]))";

    private RowsOfPeople() {}

    public static long count(EntityManager em, String table, UUID account, Collection<UUID> people) {
        return (Long) about(em, "select count(*) from " + table + THEIRS, account, people)
                .getSingleResult();
    }

    /** @return how many were deleted; fewer than {@code atMost} if those were all */
    public static int delete(EntityManager em, String table, UUID account, Collection<UUID> people, int atMost) {
        if (atMost == Integer.MAX_VALUE) {
            return about(em, "delete from " + table + THEIRS, account, people).executeUpdate();
        }
        return about(
                        em,
                        "delete from " + table + " where ctid = any (array (select ctid from " + table + THEIRS
                                + " limit ?3))",
                        account,
                        people)
                .setParameter(3, atMost)
                .executeUpdate();
    }

    /** Who of them has any. */
    public static Set<UUID> owners(EntityManager em, String table, UUID account, Collection<UUID> people) {
        var found = new HashSet<UUID>();
        about(em, "select distinct subject_id from " + table + THEIRS, account, people)
                .getResultList()
                .forEach(person -> found.add((UUID) person));
        return found;
    }

    private static Query about(EntityManager em, String sql, UUID account, Collection<UUID> people) {
        return em.createNativeQuery(sql).setParameter(1, account).setParameter(2, UuidArray.of(people));
    }
}
