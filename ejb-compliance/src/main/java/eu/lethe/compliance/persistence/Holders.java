package eu.lethe.compliance.persistence;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Who of many people has rows in a table, in one statement. */
public final class Holders {

    private Holders() {}

    public static Set<UUID> in(EntityManager em, String table, UUID account, Collection<UUID> people) {
        var found = new HashSet<UUID>();
        em.createNativeQuery("select distinct subject_id from " + table
                        + " where account_id = ?1 and subject_id = any (cast(?2 as uuid[]))")
                .setParameter(1, account)
                .setParameter(2, UuidArray.of(people))
                .getResultList()
                .forEach(person -> found.add((UUID) person));
        return found;
    }
}
