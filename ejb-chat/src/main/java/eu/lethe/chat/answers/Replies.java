package eu.lethe.chat.answers;

import eu.lethe.chat.conversations.Turn;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The replies under way on this node, by person. */
final class Replies {

    private final Steps steps;
    private final Keeper keeper;
    private final int mostWaiting;
    private final AtomicInteger waiting = new AtomicInteger();
    private final Map<UUID, Map<Answering, UUID>> underWay = new ConcurrentHashMap<>();

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
        enter(subject, turn.conversation(), reply);
        steps.workers().execute(() -> {
            waiting.decrementAndGet();
            reply.begin();
        });
        return reply;
    }

    int underWay(UUID subject) {
        return underWay.getOrDefault(subject, Map.of()).size();
    }

    int underWay(UUID subject, UUID conversation) {
        return in(subject, conversation).size();
    }

    int abandon(UUID subject) {
        Map<Answering, UUID> replies = underWay.remove(subject);
        if (replies == null) {
            return 0;
        }
        replies.keySet().forEach(Answering::forget);
        return replies.size();
    }

    /** Ends those of one conversation; what the person is told in others goes on. */
    int abandon(UUID subject, UUID conversation) {
        List<Answering> replies = in(subject, conversation);
        replies.forEach(reply -> leave(subject, reply));
        replies.forEach(Answering::forget);
        return replies.size();
    }

    private List<Answering> in(UUID subject, UUID conversation) {
        return underWay.getOrDefault(subject, Map.of()).entrySet().stream()
                .filter(reply -> reply.getValue().equals(conversation))
                .map(Map.Entry::getKey)
                .toList();
    }

    private void enter(UUID subject, UUID conversation, Answering answering) {
        underWay.compute(subject, (id, others) -> {
            Map<Answering, UUID> replies = others == null ? new ConcurrentHashMap<>() : others;
            replies.put(answering, conversation);
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
