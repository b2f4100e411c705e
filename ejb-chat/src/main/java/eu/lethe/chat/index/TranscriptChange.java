package eu.lethe.chat.index;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.Subject;
import java.time.Instant;
import java.util.UUID;

/** What is to become of a message in the index. A change never undoes one with a higher version, however late it arrives. */
public sealed interface TranscriptChange {

    UUID message();

    /** When it was said: decides the week. */
    Instant at();

    long version();

    /** The message is to be found by its words. */
    record Said(
            UUID message, Instant at, long version, Subject subject, UUID conversation, String language, String text)
            implements TranscriptChange {

        AccountId account() {
            return subject.account();
        }
    }

    /** The message is not to be found. */
    record Removed(UUID message, Instant at, long version) implements TranscriptChange {}

    /**
     * The message is not to be found, and an earlier writing of it may still be on its way: an empty document with a higher
     * version stays in its place, because what is deleted can be written again, at the latest after a restart.
     */
    record Barred(UUID message, Instant at, long version, Instant since) implements TranscriptChange {}
}
