package eu.lethe.chat.answers;

import eu.lethe.chat.conversations.Answer;
import eu.lethe.chat.conversations.Citation;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Takes an answer as it comes into being. Called from one thread at a time; exactly one {@code ended} comes last. */
public interface AnswerSink {

    /** What the answer may cite; before the first piece of text, again if the numbering changed at the end. */
    void citations(List<Citation> citations);

    /** The next piece of text; the stage completes when the sink can take more. */
    CompletionStage<?> delta(String text);

    /** The answer as it was stored. A model that failed gives an answer too: what was said so far, or extracted sentences. */
    void ended(Answer answer);
}
