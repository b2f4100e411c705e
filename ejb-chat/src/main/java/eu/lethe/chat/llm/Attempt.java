package eu.lethe.chat.llm;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import eu.lethe.chat.llm.LanguageModel.Failure.Kind;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One request to a provider and its response as it streams in. Network, watchdog and the sink's stages all wake {@link #drain},
 * which lets one thread at a time do what is due; bytes are asked for only when nothing is left to deliver, so that a slow
 * visitor slows the provider down and costs no thread.
 */
final class Attempt implements BodySubscriber<Void> {

    private final Call call;
    private final HttpClient http;
    private final HttpRequest request;
    private final Limits limits;
    private final ScheduledExecutorService watch;
    private final Response response;

    private final Queue<String> events = new ConcurrentLinkedQueue<>();
    private final EventReader reader = new EventReader(events::add);
    private final CompletableFuture<Void> body = new CompletableFuture<>();
    private final AtomicInteger work = new AtomicInteger();
    private final AtomicReference<@Nullable Fault> abort = new AtomicReference<>();

    private volatile @Nullable CompletableFuture<?> exchange;
    private volatile Flow.@Nullable Subscription subscription;
    private volatile @Nullable Future<?> alarm;
    private volatile long lastByte = System.nanoTime();
    private volatile boolean heard;
    private volatile boolean waiting;
    private volatile boolean closed;
    private volatile boolean asked;
    private volatile boolean exhausted;

    Attempt(Call call, HttpClient http, HttpRequest request, Limits limits, Wire wire, ScheduledExecutorService watch) {
        this.call = call;
        this.http = http;
        this.request = request;
        this.limits = limits;
        this.watch = watch;
        this.response = new Response(wire);
    }

    void begin() {
        var sent = http.sendAsync(request, this::answeredBy);
        exchange = sent;
        watchOver();
        sent.whenComplete((done, failure) -> {
            if (failure != null) {
                abort(new Fault(heard ? Kind.TRUNCATED : Kind.UNREACHABLE, Fault.nameOf(failure)));
            }
        });
        if (closed) {
            sent.cancel(true);
        }
    }

    /** Closes the connection now. */
    void close() {
        closed = true;
        silence();
        var running = subscription;
        if (running != null) {
            running.cancel();
        }
        var sent = exchange;
        if (sent != null) {
            sent.cancel(true);
        }
        body.complete(null);
    }

    private BodySubscriber<Void> answeredBy(ResponseInfo info) {
        response.begins(info);
        response.requestId().ifPresent(call::begun);
        return this;
    }

    @Override
    public CompletionStage<Void> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        if (closed) {
            given.cancel();
        } else {
            drain();
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        lastByte = System.nanoTime();
        heard = true;
        try {
            if (response.isStream()) {
                reader.read(buffers);
            } else {
                response.explain(buffers);
            }
        } catch (IllegalStateException tooLong) {
            abort(new Fault(Kind.PROTOCOL, "a line without end"));
        }
        asked = false;
        drain();
    }

    @Override
    public void onError(Throwable failure) {
        if (response.isFinished()) {
            exhausted = true;
            drain();
        } else {
            abort(new Fault(Kind.TRUNCATED, Fault.nameOf(failure)));
        }
        body.complete(null);
    }

    @Override
    public void onComplete() {
        reader.end();
        exhausted = true;
        drain();
        body.complete(null);
    }

    private void abort(Fault fault) {
        abort.compareAndSet(null, fault);
        drain();
    }

    private void drain() {
        if (work.getAndIncrement() > 0) {
            return;
        }
        int done = 1;
        do {
            while (!closed && step()) {
                // Until there is nothing to do but wait.
            }
            done = work.addAndGet(-done);
        } while (done > 0);
    }

    /** Does the next thing that is due; false if there is none. */
    private boolean step() {
        Fault fault = abort.get();
        if (fault != null) {
            fail(response.isFinished() ? null : fault);
            return false;
        }
        if (waiting) {
            return false;
        }
        String event = events.poll();
        if (event != null) {
            return act(response.read(event));
        }
        if (exhausted) {
            fail(response.verdict());
            return false;
        }
        return ask();
    }

    private boolean ask() {
        var from = subscription;
        if (asked || from == null) {
            return false;
        }
        asked = true;
        from.request(1);
        return true;
    }

    private boolean act(Response.Part part) {
        if (part.fault() != null) {
            fail(part.fault());
        } else if (part.last()) {
            succeed();
        } else if (call.saysTooMuch()) {
            fail(new Fault(Kind.PROTOCOL, "an answer without end"));
        } else if (!part.text().isEmpty()) {
            deliver(part.text());
        }
        return !closed;
    }

    private void deliver(String text) {
        waiting = true;
        call.delta(text).whenComplete((taken, lost) -> {
            lastByte = System.nanoTime();
            waiting = false;
            if (lost != null) {
                call.cancel();
            } else {
                drain();
            }
        });
    }

    private void fail(@Nullable Fault fault) {
        close();
        if (fault == null) {
            call.ended(response.end());
        } else {
            call.failed(fault);
        }
    }

    // The provider said that it is done: what is left on the wire is read, so that the connection can serve the next
    // question.
    private void succeed() {
        closed = true;
        silence();
        var rest = subscription;
        if (rest != null) {
            rest.request(8);
            watch.schedule(rest::cancel, 1, SECONDS);
        }
        call.ended(response.end());
    }

    private void watchOver() {
        if (closed) {
            return;
        }
        long now = System.nanoTime();
        long quiet = now - lastByte;
        long patience = (heard ? limits.idle() : limits.firstByte()).toNanos();
        if (call.remaining() <= 0) {
            abort(new Fault(Kind.DEADLINE, "no end after " + limits.deadline()));
        } else if (quiet >= patience && !waiting) {
            abort(new Fault(
                    heard ? Kind.IDLE_TIMEOUT : Kind.FIRST_BYTE_TIMEOUT,
                    "silent for " + NANOSECONDS.toMillis(quiet) + " ms"));
        } else {
            // Looks again within the idle time, for a first byte shortens the patience.
            long next = Math.min(limits.idle().toNanos(), waiting ? patience : patience - quiet);
            next = Math.min(next, call.remaining());
            alarm = watch.schedule(this::watchOver, Math.max(next, 1_000_000), NANOSECONDS);
        }
    }

    private void silence() {
        var set = alarm;
        if (set != null) {
            set.cancel(false);
        }
    }
}
