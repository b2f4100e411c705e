package eu.lethe.chat.answers;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import eu.lethe.chat.conversations.Answer;
import eu.lethe.chat.conversations.Citation;
import eu.lethe.chat.retrieval.Findings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** A reply that nobody but the caller sees and nothing keeps. */
final class Rehearsal implements AnswerSink {

    private final CompletableFuture<Answer> end = new CompletableFuture<>();
    private final Asked asked;
    private final Steps steps;
    private volatile long foundAfter;

    Rehearsal(Asked asked, Steps steps) {
        this.asked = asked;
        this.steps = steps;
    }

    Assistant.Trial run(Duration limit) {
        long start = System.nanoTime();
        var timed = new Steps(
                steps.workers(),
                steps.site(),
                (question, text) -> {
                    Findings findings = steps.find().apply(question, text);
                    foundAfter = System.nanoTime() - start;
                    return findings;
                },
                steps.extract(),
                steps.model());
        var answering = new Answering(asked, this, timed, (self, answer) -> ended(answer));
        steps.workers().execute(answering::begin);
        Answer answer = await(answering, limit);
        Findings findings = answering.found().orElseGet(() -> new Findings(asked.language(), List.of(), false));
        return new Assistant.Trial(findings, answer, millis(foundAfter), millis(System.nanoTime() - start));
    }

    private Answer await(Answering answering, Duration limit) {
        try {
            return end.get(limit.toMillis(), MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException late) {
            // Said below, in the same words as for any other delay.
        }
        answering.stop();
        throw new AssistantBusy();
    }

    private static long millis(long nanos) {
        return nanos / 1_000_000;
    }

    @Override
    public void citations(List<Citation> citations) {}

    @Override
    public CompletionStage<?> delta(String text) {
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void ended(Answer answer) {
        end.complete(answer);
    }
}
