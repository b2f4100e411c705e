package eu.lethe.compliance.retention;

import eu.lethe.compliance.personaldata.Expiry.Anchor;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One rule that has something to say about a person's data. Kinds go before one another in their order: what the law demands is
 * kept, what is restricted is neither used nor removed, whoever is to be forgotten is forgotten, and else the period decides.
 *
 * @param ends when the rule stops keeping the data; null if no day is known
 * @param reference the law of a hold, the ground of a restriction, the cause of an erasure, or the process and store of a period
 */
public record Rule(
        Kind kind,
        @Nullable Instant ends,
        String reference,
        @Nullable UUID source,
        @Nullable RetentionPeriod period,
        @Nullable Anchor anchor,
        @Nullable Basis basis) {

    /** In the order in which they win (SEED-T10, C22). */
    public enum Kind {
        LEGAL_HOLD,
        RESTRICTION,
        ERASURE,
        STORE_OFF,
        STORE_PERIOD,
        PROCESS_PERIOD
    }

    static Rule of(Kind kind, @Nullable Instant ends, String reference, @Nullable UUID source) {
        return new Rule(kind, ends, reference, source, null, null, null);
    }

    /** The stronger first; of two holds the one that lasts longer. */
    static final Comparator<Rule> STRONGEST_FIRST = Comparator.comparing(Rule::kind)
            .thenComparing(Rule::ends, Comparator.nullsFirst(Comparator.reverseOrder()));
}
