package eu.lethe.compliance.retention;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One rule that has something to say about a person's data. Kinds go before one another in their order: what the law demands is
 * kept, what is restricted is neither used nor removed, whoever is to be forgotten is forgotten, and else the period decides.
 *
 * @param ends when the rule lets the data go; null if no day is known
 * @param reference the law of a hold, the ground of a restriction, the cause of an erasure, or the name of a store that is off
 * @param source the hold, restriction or erasure
 * @param policy the period
 */
public record Rule(
        Kind kind,
        @Nullable Instant ends,
        String reference,
        @Nullable UUID source,
        @Nullable Policy policy) {

    /** In the order in which they win (SEED-T10, C22). */
    public enum Kind {
        LEGAL_HOLD,
        RESTRICTION,
        ERASURE,
        STORE_OFF,
        PERIOD
    }

    static final Comparator<Rule> STRONGEST_FIRST =
            Comparator.comparing(Rule::kind).thenComparing(Rule::byEnd);

    static Rule of(Kind kind, @Nullable Instant ends, String reference, @Nullable UUID source) {
        return new Rule(kind, ends, reference, source, null);
    }

    static Rule of(Policy policy, Instant anchor) {
        String name = policy.store() == null ? policy.process() : policy.store();
        return new Rule(Kind.PERIOD, policy.period().endFrom(anchor), name, null, policy);
    }

    // What a law demands lasts until the last of the laws is satisfied; of two periods the first to end ends it.
    private static int byEnd(Rule one, Rule other) {
        Instant end = one.ends == null ? Instant.MAX : one.ends;
        Instant otherEnd = other.ends == null ? Instant.MAX : other.ends;
        return one.kind == Kind.LEGAL_HOLD ? otherEnd.compareTo(end) : end.compareTo(otherEnd);
    }
}
