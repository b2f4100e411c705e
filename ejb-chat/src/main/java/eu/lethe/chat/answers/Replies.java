package eu.lethe.chat.answers;

import eu.lethe.chat.conversations.Turn;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The replies under way on this node, by person. */
final class Replies {

    private final Steps steps;
    private final Keeper keeper;
    private final int mostWaiting;
    private final AtomicInteger waiting = new AtomicInteger();
    private final Map<UUID, Set<Answering>> underWay = new ConcurrentHashMap<>();

    Replies(Steps steps, Keeper keeper, int mostWaiting) {
        this.steps = steps;
        this.keeper = keeper;
        this.mostWaiting = mostWaiting;
    }

    Reply start(Turn turn, AnswerSink sink) {
        if (waiting.incrementAndGet() > mostWaiting) {
            waiting.decrementAndGet();
            throw new AssistantBusy();
        }
        UUID subject = turn.subject().id();
        var reply = new Answering(
                Asked.in(turn),
                sink,
                steps,
                (self, answer) -> keeper.keep(turn, answer, kept -> {
                    leave(subject, self);
                    sink.ended(kept);
                }));
        enter(subject, reply);
        steps.workers().execute(() -> {
            waiting.decrementAndGet();
            reply.begin();
        });
        return reply;
    }

    int underWay(UUID subject) {
        return underWay.getOrDefault(subject, Set.of()).size();
    }

    int abandon(UUID subject) {
        Set<Answering> replies = underWay.remove(subject);
        if (replies == null) {
            return 0;
        }
        replies.forEach(Answering::forget);
        return replies.size();
    }

    private void enter(UUID subject, Answering answering) {
        underWay.compute(subject, (id, others) -> {
            Set<Answering> replies = others == null ? ConcurrentHashMap.newKeySet() : others;
            replies.add(answering);
            return replies;
        });
    }

    private void leave(UUID subject, Answering answering) {
        underWay.computeIfPresent(subject, (id, replies) -> {
            replies.remove(answering);
            return replies.isEmpty() ? null : replies;
        });
    }
}
