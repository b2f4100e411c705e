package eu.lethe.widget.streams;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One visitor's open connection. Whoever sends never waits: bytes go into a bounded queue that is drained whenever the
 * connection can take more, because a blocking write to one stalled reader would stop every other visitor's answer.
 */
final class EventStream implements WriteListener {

    static final int CAPACITY = 256 * 1024;
    private static final int COMFORTABLE = 32 * 1024;

    private final AsyncContext exchange;
    private final ServletOutputStream out;
    private final Clock clock;
    private final ArrayDeque<byte[]> queue = new ArrayDeque<>();
    private int queued;
    private boolean unflushed;
    private boolean ending;
    private boolean opened;
    private boolean closed;
    private long movedAt;
    private @Nullable CompletableFuture<Void> room;

    EventStream(AsyncContext exchange, ServletOutputStream out, Clock clock) {
        this.exchange = exchange;
        this.out = out;
        this.clock = clock;
        this.movedAt = clock.millis();
    }

    /** Begins an answer of events on a request's connection; nothing is written before {@link #open}. */
    static EventStream over(HttpServletRequest request, HttpServletResponse response, Clock clock) throws IOException {
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        var exchange = request.startAsync();
        exchange.setTimeout(0);
        return new EventStream(exchange, response.getOutputStream(), clock);
    }

    /** Takes the connection over; from here on the container tells when it can be written to. */
    void open() {
        synchronized (this) {
            opened = true;
        }
        out.setWriteListener(this);
    }

    /** Queues bytes; {@link #flow} sends them. A reader too slow for a full queue loses the connection. */
    synchronized void put(byte[] bytes) {
        if (closed || ending) {
            return;
        }
        if (queued + bytes.length > CAPACITY) {
            close();
        } else {
            queue.addLast(bytes);
            queued += bytes.length;
        }
    }

    /** Completes when more can be sent without filling the queue; at once if the connection is gone. */
    CompletionStage<Void> room() {
        synchronized (this) {
            if (closed || queued <= COMFORTABLE) {
                return CompletableFuture.completedFuture(null);
            }
            if (room == null) {
                room = new CompletableFuture<>();
            }
            return room;
        }
    }

    /** Closes the connection once everything is written. */
    synchronized void end() {
        ending = true;
    }

    /** Closes the connection now. */
    synchronized void drop() {
        close();
    }

    synchronized boolean isOpen() {
        return !closed;
    }

    /** Since when bytes have been waiting without any being taken, or the last movement if none wait. */
    synchronized long movedAt() {
        return queue.isEmpty() ? clock.millis() : movedAt;
    }

    @Override
    public void onWritePossible() {
        flow();
    }

    @Override
    public void onError(Throwable cause) {
        drop();
        flow();
    }

    /** Writes what the connection takes. Never called with a lock held: whoever waits for room goes on from here. */
    void flow() {
        CompletableFuture<Void> waiting;
        synchronized (this) {
            writeWhatFits();
            waiting = closed || queued <= COMFORTABLE ? room : null;
            if (waiting != null) {
                room = null;
            }
        }
        if (waiting != null) {
            waiting.complete(null);
        }
    }

    private void writeWhatFits() {
        try {
            while (opened && !closed && out.isReady()) {
                byte[] next = queue.pollFirst();
                if (next != null) {
                    write(next);
                } else if (unflushed) {
                    unflushed = false;
                    out.flush();
                } else {
                    if (ending) {
                        close();
                    }
                    return;
                }
            }
        } catch (IOException | IllegalStateException visitorIsGone) {
            close();
        }
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        queued -= bytes.length;
        unflushed = true;
        movedAt = clock.millis();
    }

    private void close() {
        if (closed) {
            return;
        }
        closed = true;
        queue.clear();
        queued = 0;
        try {
            exchange.complete();
        } catch (IllegalStateException alreadyCompleted) {
            // The container was faster: it ended the exchange when it saw the connection break.
        }
    }
}
