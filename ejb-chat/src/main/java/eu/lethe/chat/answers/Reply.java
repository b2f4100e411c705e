package eu.lethe.chat.answers;

/** A reply under way. */
public interface Reply {

    /** Stops it: the call to the provider ends, what was said so far is kept as stopped. Idempotent. */
    void stop();

    /** Ends it because nobody listens any more: as {@link #stop}, but what was said is kept as interrupted. Idempotent. */
    default void abandon() {
        stop();
    }
}
