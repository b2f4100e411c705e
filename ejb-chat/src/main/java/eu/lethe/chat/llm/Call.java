package eu.lethe.chat.llm;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import eu.lethe.chat.llm.LanguageModel.End;
import eu.lethe.chat.llm.LanguageModel.Failure;
import eu.lethe.chat.llm.LanguageModel.Failure.Kind;
import eu.lethe.chat.llm.LanguageModel.Sink;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One generation: as many attempts as it takes to hear a first piece, and after it no other. The sink hears exactly one end or
 * failure, or nothing more once it was cancelled.
 */
final class Call implements LanguageModel.Generation {

    private static final int LONGEST_ANSWER = 100_000;
    private static final long FIRST_PAUSE = 200_000_000;

    private final Sink sink;
    private final Limits limits;
    private final ScheduledExecutorService watch;
    private final Function<Call, Attempt> attempts;
    private final Consumer<Failure> report;
    private final long deadline;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile @Nullable Attempt current;
    // Attempts follow one another and each lets one thread in at a time, so plain fields do.
    private int said;
    private int tries;

    Call(
            Sink sink,
            Limits limits,
            ScheduledExecutorService watch,
            Function<Call, Attempt> attempts,
            Consumer<Failure> report) {
        this.sink = sink;
        this.limits = limits;
        this.watch = watch;
        this.attempts = attempts;
        this.report = report;
        this.deadline = System.nanoTime() + limits.deadline().toNanos();
    }

    Call begin() {
        Attempt attempt = attempts.apply(this);
        tries++;
        current = attempt;
        attempt.begin();
        if (over.get()) {
            attempt.close();
        }
        return this;
    }

    @Override
    public void cancel() {
        Attempt running = current;
        // After a good end the connection is left alone, to serve the next question.
        if (over.compareAndSet(false, true) && running != null) {
            running.close();
        }
    }

    /** Nanoseconds left for the whole answer. */
    long remaining() {
        return deadline - System.nanoTime();
    }

    void begun(String requestId) {
        if (!over.get()) {
            sink.begun(requestId);
        }
    }

    CompletionStage<?> delta(String text) {
        said += text.length();
        try {
            return sink.delta(text);
        } catch (RuntimeException sinkIsGone) {
            return CompletableFuture.failedStage(sinkIsGone);
        }
    }

    void ended(End end) {
        if (over.compareAndSet(false, true)) {
            sink.ended(end);
        }
    }

    void failed(Fault fault) {
        long pause = pauseAfter(fault);
        if (said == 0 && fault.mayPass() && tries <= limits.retries() && pause < patience() && !over.get()) {
            watch.schedule(this::again, pause, NANOSECONDS);
        } else {
            fail(fault.kind(), fault.detail());
        }
    }

    boolean saysTooMuch() {
        return said > LONGEST_ANSWER;
    }

    private void again() {
        if (!over.get()) {
            begin();
        }
    }

    private void fail(Kind kind, String detail) {
        if (over.compareAndSet(false, true)) {
            var failure = new Failure(kind, said > 0, detail);
            report.accept(failure);
            sink.failed(failure);
        }
    }

    private long pauseAfter(Fault fault) {
        long own = FIRST_PAUSE << Math.min(tries - 1, 6);
        long jittered = ThreadLocalRandom.current().nextLong(own / 2, own + 1);
        return Math.max(jittered, fault.retryAfter().toNanos());
    }

    // A visitor does not wait longer for a provider to recover than for it to speak.
    private long patience() {
        return Math.min(remaining(), limits.firstByte().toNanos());
    }
}
