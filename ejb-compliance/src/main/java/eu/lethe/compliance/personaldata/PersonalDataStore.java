package eu.lethe.compliance.personaldata;

import eu.lethe.compliance.kernel.Subject;

/**
 * A place that holds personal data, in PostgreSQL or not. Every component with a {@code @PersonalData} field implements it as
 * a {@code @Stateless} bean named {@code *Data}; CDI finds them all.
 */
public interface PersonalDataStore {

    /** Whose data a store holds, and so whose id its {@code Subject} arguments carry. */
    enum People {
        VISITORS,
        MEMBERS
    }

    /** Stable, kebab-case name that appears in registers and certificates, for example {@code messages}. */
    String name();

    /** Forgetting a visitor asks only the stores that hold visitors. */
    default People people() {
        return People.VISITORS;
    }

    /** Rows or documents about the subject. */
    long count(Subject subject);

    /** Removes all of them, in the caller's transaction for PostgreSQL stores; returns how many. */
    long erase(Subject subject);
}
