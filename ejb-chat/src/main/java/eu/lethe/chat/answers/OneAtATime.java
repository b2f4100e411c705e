package eu.lethe.chat.answers;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs steps one after the other without a lock: on the thread that brings one if nobody is at work, else on the thread that
 * is. A sink may therefore call back into the reply, from any thread and holding any lock, without a deadlock.
 */
final class OneAtATime {

    private final Queue<Runnable> steps = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();

    void run(Runnable step) {
        steps.add(step);
        if (waiting.getAndIncrement() > 0) {
            return;
        }
        RuntimeException failure = null;
        do {
            try {
                steps.remove().run();
            } catch (RuntimeException thrown) {
                // Steps behind it, perhaps of other threads, still have their turn.
                failure = thrown;
            }
        } while (waiting.decrementAndGet() > 0);
        if (failure != null) {
            throw failure;
        }
    }
}
