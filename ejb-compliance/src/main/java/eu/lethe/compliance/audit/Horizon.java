package eu.lethe.compliance.audit;

import org.jspecify.annotations.Nullable;

/**
 * Up to which number the log is complete. Numbers are drawn before their transactions commit, so an event may appear after
 * one with a greater number. But whoever draws a number has a transaction id by then (a trigger sees to it): once every
 * transaction that had an id when a number was the last drawn has ended, no number up to it can appear any more. Transactions
 * that are only prepared count as running, so an event of an unresolved distributed commit is waited for, not lost.
 */
final class Horizon {

    private long complete;
    private long awaited;
    private @Nullable Long pending;

    /**
     * Looks again. The three must have been read in this order, one statement after the other.
     *
     * @param lastDrawn the last number drawn
     * @param own the id the looking transaction was given then: whoever drew a number before has a smaller one
     * @param oldest the oldest transaction that still runs
     * @return the number up to which nothing is still to come
     */
    long look(long lastDrawn, long own, long oldest) {
        if (pending != null && oldest >= awaited) {
            complete = pending;
            pending = null;
        }
        if (oldest >= own) {
            complete = lastDrawn;
            pending = null;
        } else if (pending == null) {
            pending = lastDrawn;
            awaited = own;
        }
        return complete;
    }
}
