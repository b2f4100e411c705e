package eu.lethe.compliance.persistence;

import jakarta.persistence.EntityManager;

/**
 * Lets a transaction see the rows of people who are fenced, which row-level security otherwise hides from everybody. Of all
 * people, so it is on only while it is needed; it ends with the transaction at the latest.
 */
public final class FencedRows {

    private FencedRows() {}

    public static void show(EntityManager em) {
        set(em, "on");
    }

    public static void hide(EntityManager em) {
        set(em, "");
    }

    private static void set(EntityManager em, String value) {
        em.createNativeQuery("select set_config('app.erasing', ?1, true)")
                .setParameter(1, value)
                .getSingleResult();
    }
}
