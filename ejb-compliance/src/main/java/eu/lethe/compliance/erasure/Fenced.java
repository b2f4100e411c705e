package eu.lethe.compliance.erasure;

import eu.lethe.compliance.kernel.AccountId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says on every node that a person, or one conversation of a person, was fenced a moment ago: whoever holds something about it in
 * memory drops it, and a stream to it ends. May be said more than once. Observe it with {@code during = TransactionPhase.AFTER_SUCCESS}.
 *
 * @param conversation the only one it is about, or null if it is about the whole person
 */
public record Fenced(
        AccountId account, UUID subject, @Nullable UUID conversation) {

    /** Whether it is about this conversation of this person. */
    public boolean isAbout(UUID person, UUID talk) {
        return subject.equals(person) && (conversation == null || conversation.equals(talk));
    }
}
