package eu.lethe.chat.answers;

import eu.lethe.chat.conversations.Answer;
import eu.lethe.chat.conversations.Turn;
import eu.lethe.chat.retrieval.Findings;
import eu.lethe.compliance.kernel.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Answers visitors from what the company publishes. */
@ApplicationScoped
public class Assistant {

    /** A try from the dashboard: nothing is stored. */
    public record Trial(Findings findings, Answer answer, long retrievalMillis, long totalMillis) {}

    /** Starts the reply to a question and returns at once. */
    public Reply reply(Turn turn, AnswerSink sink) {
        throw new IllegalStateException("owner builds this");
    }

    /** Answers a question without a visitor, for the test bench; waits for the end. */
    public Trial tryOut(Caller caller, UUID site, String language, String question) {
        throw new IllegalStateException("owner builds this");
    }
}
