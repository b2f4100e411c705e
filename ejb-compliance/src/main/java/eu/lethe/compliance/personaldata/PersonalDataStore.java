package eu.lethe.compliance.personaldata;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.vault.SubjectKey;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A place that holds personal data, in PostgreSQL or not. Every component with a {@code @PersonalData} field implements it as
 * a {@code @Stateless} bean named {@code *Data}; CDI finds them all.
 *
 * <p>A store of kind {@link StoreKind#POSTGRESQL} works in the caller's transaction. Any other works without one, and throws
 * if it cannot be reached: an erasure waits for it and never takes an unreachable store for an empty one.
 */
public interface PersonalDataStore {

    /** Whose data a store holds, and so whose ids it is asked about. */
    enum People {
        VISITORS,
        MEMBERS
    }

    /** Stable, kebab-case name that appears in registers and certificates, for example {@code conversations}. */
    String name();

    default StoreKind kind() {
        return StoreKind.POSTGRESQL;
    }

    /** Forgetting a visitor asks only the stores that hold visitors. */
    default People people() {
        return People.VISITORS;
    }

    /** Rows or documents about these people, rows under a legal hold included. */
    long count(AccountId account, Collection<UUID> people);

    /**
     * Removes up to {@code atMost} rows about these people, children before their parents, and never a row that is under a legal
     * hold (the view {@code compliance.held} names them). Idempotent.
     *
     * @return how many; fewer than {@code atMost} means that nothing is left but what is held
     */
    long erase(AccountId account, Collection<UUID> people, int atMost);

    /** What the store holds about a person, opened; empty for stores that hold only copies of what another one gives. */
    default List<Extract> extract(Subject subject) {
        return List.of();
    }

    /**
     * Removes up to {@code atMost} rows that are past the retention period; never of somebody restricted or being erased, never a
     * row under a legal hold.
     *
     * @return how many; fewer than {@code atMost} means that nothing is left to expire
     */
    default long expire(AccountId account, Expiry expiry, int atMost) {
        return 0;
    }

    /** How many rows {@link #expire} would remove. */
    default long expiring(AccountId account, Expiry expiry) {
        return 0;
    }

    /**
     * Makes what was deleted physically unreadable, as far as that is more than the deletion itself; one call serves every erasure
     * that has deleted before it. Called again until it is done; throws if the store cannot be reached.
     *
     * @return whether nothing deleted is left on any disk
     */
    default boolean purge(AccountId account) {
        return true;
    }

    /** Words by which this person would be recognised elsewhere (addresses, numbers, names), for the search after an erasure. */
    default Set<String> recognisable(Subject subject) {
        return Set.of();
    }

    /** Places in this store that hold one of the words, whoever they are about. Asked of stores that are not in PostgreSQL. */
    default long mentions(AccountId account, Set<String> words) {
        return 0;
    }

    /** Seals what is under a legal hold anew, under a key that outlives the person's (Art. 17(3) GDPR). */
    default void reseal(Subject subject, SubjectKey from, SubjectKey to) {}
}
