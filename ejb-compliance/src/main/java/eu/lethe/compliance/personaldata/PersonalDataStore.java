package eu.lethe.compliance.personaldata;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.vault.SubjectKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

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

    /** What the data is processed for, in one word: retention periods are set per process and per store (SEED-L3). */
    default String process() {
        return "chat";
    }

    /** The entities whose rows these are: what they hold and why is read from their annotations into the register. */
    default Set<Class<?>> entities() {
        return Set.of();
    }

    /** Whether an account may turn the store off (SEED-L5); then it asks StoreSettings before every write. */
    default boolean canBeOff() {
        return false;
    }

    /** Whether it is on as long as nobody has decided; false for what an account must choose to have (Art. 25(2) GDPR). */
    default boolean isOnUnlessTurnedOff() {
        return true;
    }

    /** Rows or documents about these people, rows under a legal hold included. */
    long count(AccountId account, Collection<UUID> people);

    /** How many of these rows a legal hold keeps. */
    default long held(AccountId account, Collection<UUID> people) {
        return 0;
    }

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

    /** How many rows of each entity {@link #extract} gives; a store that opens much for it counts without opening. */
    default Map<String, Long> extractable(Subject subject) {
        return extract(subject).stream()
                .collect(Collectors.toMap(
                        Extract::entity, extract -> (long) extract.rows().size(), Long::sum));
    }

    /**
     * As {@link #extract}, for somebody who has proved an e-mail address that this person has left: also what was only found by it.
     *
     * @param provedBy the subject request for which it was proved
     */
    default List<Extract> extractForOwnerOfAddress(Subject subject, UUID provedBy) {
        return extract(subject);
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
     * Whether nothing here goes by itself: no period counts for the store, and its rows go when the person does, which is after the
     * longest period since their last submission.
     */
    default boolean goesWithThePerson() {
        return false;
    }

    /**
     * Those of these people of whom something is here for which a period counts that is not over; not what a hold or a recipient
     * keeps after it. Asked about thousands at once, and only of stores in PostgreSQL whose periods count from something else than a
     * person's last submission.
     */
    default Set<UUID> holding(AccountId account, Collection<UUID> people) {
        return count(account, people) == 0 ? Set.of() : Set.copyOf(people);
    }

    /**
     * Those of these people whose data was given to recipients who must be told when it goes (Art. 19 GDPR): whoever is forgotten by the
     * thousand is nobody of these, they get an erasure of their own.
     */
    default Set<UUID> toBeTold(AccountId account, Collection<UUID> people) {
        return Set.of();
    }

    /** Whose these things are, by their ids, as far as they are in this store: asked before a hold is placed on them. */
    default Map<UUID, UUID> whose(AccountId account, Collection<UUID> entities) {
        return Map.of();
    }

    /** What the person has here that a retention period counts for, with the times it may count from. */
    default List<Dated> dated(AccountId account, UUID person) {
        return List.of();
    }

    /**
     * Makes what an erasure deleted physically unreadable, as far as that is more than the deletion itself. Called again, with the
     * same id, until it is done; throws if the store cannot be reached. Never waits for what others delete meanwhile.
     *
     * @param erasure whose deletions are over
     * @return whether nothing that was deleted before the first call is left on any disk
     */
    default boolean purge(AccountId account, UUID erasure) {
        return true;
    }

    /** Words by which this person would be recognised elsewhere (addresses, numbers, names), for the search after an erasure. */
    default Set<String> recognisable(Subject subject) {
        return Set.of();
    }

    /** What this person wrote that would be recognised elsewhere, for the same search. */
    default Typed typed(Subject subject) {
        return Typed.NOTHING;
    }

    /** Places in this store that hold one of the words, whoever they are about. Asked of stores that are not in PostgreSQL. */
    default long mentions(AccountId account, Set<String> words) {
        return 0;
    }

    /** Whether it holds something by conversation: then erasing a single one asks it, and the methods that take a Talk answer. */
    default boolean holdsConversations() {
        return false;
    }

    /**
     * The person's conversation, locked against everybody who would write to it until the caller's transaction ends; empty if this
     * store does not keep conversations, or not this one.
     */
    default Optional<Talk> talk(Subject subject, UUID conversation) {
        return Optional.empty();
    }

    /** Conversations of which this is the tombstone's token (SHA-256 of the id), whoever they are of: after a restore. */
    default Set<UUID> returned(AccountId account, String token) {
        return Set.of();
    }

    /** As {@link #count(AccountId, Collection)}, of one conversation. */
    default long count(Talk talk) {
        return 0;
    }

    /** As {@link #erase(AccountId, Collection, int)}, of one conversation, which the caller knows not to be held. */
    default long erase(Talk talk, int atMost) {
        return 0;
    }

    /** As {@link #typed(Subject)}, in one conversation and nowhere else. */
    default Typed typed(Talk talk) {
        return Typed.NOTHING;
    }

    /** Seals what is under a legal hold anew, under a key that outlives the person's (Art. 17(3) GDPR). */
    default void reseal(Subject subject, SubjectKey from, SubjectKey to) {}
}
