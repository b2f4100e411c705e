package eu.lethe.widget.streams;

import eu.lethe.chat.answers.AnswerSink;
import eu.lethe.chat.answers.Reply;
import eu.lethe.chat.conversations.Answer;
import eu.lethe.chat.conversations.Citation;
import eu.lethe.chat.conversations.Turn;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One answer between the assistant that speaks and the visitor who listens. The visitor may go and come back; one who does
 * not come back in time ends the reply, so that nobody pays for words that nobody reads.
 */
public final class RunningAnswer implements AnswerSink {

    static final int REMEMBERED = 512 * 1024;

    private final Turn turn;
    private final @Nullable UUID secret;
    private final Wire wire;
    private final Clock clock;
    private final Recording recording = new Recording(REMEMBERED);
    private final StringBuilder said = new StringBuilder();
    private final long startedAt;
    private long number;
    private long sentAt;
    private @Nullable Long aloneSince;
    private @Nullable Long endedAt;
    private @Nullable EventStream listener;
    private @Nullable Reply reply;

    RunningAnswer(Turn turn, String token, @Nullable UUID secret, Wire wire, Clock clock) {
        this.turn = turn;
        this.secret = secret;
        this.wire = wire;
        this.clock = clock;
        this.startedAt = clock.millis();
        this.sentAt = startedAt;
        this.aloneSince = startedAt;
        recording.add(new ServerEvent(turn.answer(), ++number, "turn", wire.write(Told.Begun.of(turn, token))));
    }

    /** An answer that was given before, as if it were told now. */
    static RunningAnswer given(Turn turn, String token, Answer answer, Wire wire, Clock clock) {
        var given = new RunningAnswer(turn, token, null, wire, clock);
        given.citations(answer.citations());
        given.ended(answer);
        return given;
    }

    public Turn turn() {
        return turn;
    }

    /** Whether the message came from a page without a token that made this secret. */
    public boolean isBegunWith(@Nullable UUID shown) {
        return secret != null && secret.equals(shown);
    }

    synchronized void speaks(Reply reply) {
        this.reply = reply;
    }

    @Override
    public void citations(List<Citation> citations) {
        flow(tell("citations", citations));
    }

    @Override
    public CompletionStage<?> delta(String text) {
        EventStream to;
        synchronized (this) {
            said.append(text);
            to = tell("delta", new Told.Piece(text));
        }
        flow(to);
        return to == null ? CompletableFuture.completedFuture(null) : to.room();
    }

    @Override
    public void ended(Answer answer) {
        EventStream to = null;
        synchronized (this) {
            if (endedAt == null) {
                to = finish("done", Told.Done.of(answer, said.toString()));
            }
        }
        flow(to);
    }

    synchronized boolean remembers(long position) {
        return recording.after(position).isPresent();
    }

    /** Lets a connection listen from a position on that is remembered; an older connection is closed. */
    void listen(EventStream stream, long position) {
        EventStream older;
        synchronized (this) {
            older = listener;
            listener = stream;
            aloneSince = null;
            recording.after(position).orElseThrow().forEach(event -> stream.put(event.bytes()));
            if (endedAt != null) {
                stream.end();
            }
        }
        if (older != null) {
            older.end();
            older.flow();
        }
    }

    /** The visitor wants no more of it. */
    public void stop() {
        var speaking = speaking();
        if (speaking != null) {
            speaking.stop();
        }
    }

    /** Looks after the connection: called several times a second. */
    void tick(Patience patience) {
        if (isOver()) {
            return;
        }
        long now = clock.millis();
        if (now - startedAt > patience.longestAnswer().toMillis()) {
            stop();
            fail(Told.Failure.TOOK_TOO_LONG);
        } else {
            flow(watch(now, patience));
            if (isAlone(now, patience)) {
                abandon();
            }
        }
    }

    private void fail(Told.Failure failure) {
        EventStream to = null;
        synchronized (this) {
            if (endedAt == null) {
                to = finish("problem", failure);
            }
        }
        flow(to);
    }

    private synchronized @Nullable EventStream watch(long now, Patience patience) {
        var watched = listener;
        if (watched == null) {
            return null;
        }
        if (!watched.isOpen()) {
            listener = null;
            aloneSince = now;
        } else if (now - watched.movedAt() > patience.stalledReader().toMillis()) {
            watched.drop();
        } else if (now - sentAt >= patience.heartBeat().toMillis()) {
            watched.put(ServerEvent.HEART_BEAT);
            sentAt = now;
        }
        return watched;
    }

    private synchronized boolean isAlone(long now, Patience patience) {
        return aloneSince != null
                && now - aloneSince > patience.returningVisitor().toMillis();
    }

    private void abandon() {
        var speaking = speaking();
        if (speaking != null) {
            speaking.abandon();
        }
        synchronized (this) {
            reply = null;
        }
    }

    private synchronized @Nullable Reply speaking() {
        return endedAt == null ? reply : null;
    }

    synchronized boolean isOver() {
        return endedAt != null;
    }

    synchronized boolean endedBefore(long moment) {
        return endedAt != null && endedAt < moment;
    }

    private @Nullable EventStream finish(String name, Object data) {
        var to = tell(name, data);
        endedAt = clock.millis();
        if (to != null) {
            to.end();
        }
        return to;
    }

    private synchronized @Nullable EventStream tell(String name, Object data) {
        var event = new ServerEvent(turn.answer(), ++number, name, wire.write(data));
        recording.add(event);
        if (listener != null) {
            sentAt = clock.millis();
            listener.put(event.bytes());
        }
        return listener;
    }

    private static void flow(@Nullable EventStream stream) {
        if (stream != null) {
            stream.flow();
        }
    }
}
