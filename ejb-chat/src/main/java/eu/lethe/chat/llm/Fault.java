package eu.lethe.chat.llm;

import eu.lethe.chat.llm.LanguageModel.Failure.Kind;
import java.time.Duration;
import java.util.concurrent.CompletionException;

/**
 * What went wrong with one attempt.
 *
 * @param detail for the log; never text of prompt or answer
 * @param retryAfter how long the provider asked us to wait, or zero
 */
record Fault(Kind kind, String detail, Duration retryAfter) {

    Fault(Kind kind, String detail) {
        this(kind, detail, Duration.ZERO);
    }

    /** Whether the same request may go better a moment later. */
    boolean mayPass() {
        return switch (kind) {
            case UNREACHABLE, BUSY, TRUNCATED, PROVIDER_ERROR -> true;
            case REFUSED, FIRST_BYTE_TIMEOUT, IDLE_TIMEOUT, DEADLINE, PROTOCOL -> false;
        };
    }

    // Only the name: a message may quote what was sent.
    static String nameOf(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause.getClass().getSimpleName();
    }
}
