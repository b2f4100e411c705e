package eu.lethe.compliance.recipients;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one recipient was told, or is to be, and what became of it. A certificate names id and category, never the name.
 *
 * @param job the erasure it is about, or null
 * @param subject the person it is about, or null once forgotten
 * @param fields what was put right; empty unless something was
 * @param copies how many things had gone there
 * @param error why the last attempt failed, as a code
 * @param until for {@code WAITING}: when the recipient will have dropped them; for {@code TOLD} and {@code PENDING}: when the
 *     silence is given up on
 */
public record Told(
        UUID notice,
        NoticeKind kind,
        @Nullable UUID job,
        @Nullable UUID subject,
        Set<FieldClass> fields,
        UUID recipient,
        String name,
        RecipientCategory category,
        State state,
        int copies,
        @Nullable String error,
        Instant since,
        @Nullable Instant toldAt,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant until) {

    public enum State {
        /** Nothing about the person ever went there. */
        NOTHING_SENT,
        /** The recipient keeps nothing, or no longer does. */
        NOTHING_KEPT,
        /** Drops everything by itself on a date. */
        WAITING,
        /** To be told; not reached yet. */
        PENDING,
        TOLD,
        ACKNOWLEDGED,
        /** Has no address for notices: somebody must tell them and say so. */
        BY_HAND,
        /** Said no. */
        REFUSED,
        /** Could not be reached, or said nothing, for thirty days. */
        SILENT,
        /** Something newer was told instead. */
        SUPERSEDED
    }

    /** Whether the certificate need not wait: the recipient was told, or there is nothing to tell. */
    public boolean isSettled() {
        return state != State.PENDING;
    }

    /** Whether the recipient knows, or has nothing to know about. */
    public boolean isInformed() {
        return state == State.TOLD || state == State.ACKNOWLEDGED || state == State.NOTHING_KEPT;
    }

    /** Whether a person has to do something. */
    public boolean needsOperator() {
        return state == State.BY_HAND || state == State.REFUSED || state == State.SILENT;
    }
}
