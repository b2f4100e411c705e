package eu.lethe.chat.llm;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A model that continues a prompt, piece by piece. */
public interface LanguageModel {

    /** Who runs it, for the record of what was sent to whom: the host of the endpoint. */
    String provider();

    String name();

    /** Starts generating and returns at once; exactly one of {@code ended} and {@code failed} follows. */
    Generation generate(Prompt prompt, Sink sink);

    /** @param lines oldest first */
    record Prompt(List<Line> lines) {}

    record Line(Speaker speaker, String text) {}

    enum Speaker {
        SYSTEM,
        VISITOR,
        ASSISTANT
    }

    /** A generation under way. */
    interface Generation {
        /** Ends the call to the provider now: the connection is closed. The sink hears nothing more. Idempotent. */
        void cancel();
    }

    /** Takes what is generated. Called from one thread at a time. */
    interface Sink {
        /** The provider has taken the request and calls it this, if it said so; before anything else, at most once an attempt. */
        default void begun(String requestId) {}

        /** The next piece; no further piece comes before the stage completes, which pushes back on the provider. */
        CompletionStage<?> delta(String text);

        void ended(End end);

        void failed(Failure failure);
    }

    /** @param reason the provider's finish_reason */
    record End(
            String reason,
            @Nullable Integer promptTokens,
            @Nullable Integer completionTokens) {}

    /**
     * @param started whether a piece was delivered before
     * @param detail for the log: no text of prompt or answer in it
     */
    record Failure(Kind kind, boolean started, String detail) {
        public enum Kind {
            UNREACHABLE,
            REFUSED,
            BUSY,
            FIRST_BYTE_TIMEOUT,
            IDLE_TIMEOUT,
            DEADLINE,
            TRUNCATED,
            PROTOCOL,
            PROVIDER_ERROR
        }
    }
}
