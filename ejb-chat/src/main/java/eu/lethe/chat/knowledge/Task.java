package eu.lethe.chat.knowledge;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Work handed to the server's threads. What they are given before the application is fully deployed the server drops without a
 * word, so whoever hands it over has to look whether it was ever begun.
 */
final class Task implements Runnable {

    private final Runnable work;
    private volatile boolean begun;
    private volatile boolean over;
    private volatile @Nullable Future<?> handle;

    Task(Runnable work) {
        this.work = work;
    }

    Task startedOn(ExecutorService threads) {
        handle = threads.submit(this);
        return this;
    }

    /** Starts it again if it was dropped. */
    void ensureStarted(ExecutorService threads) {
        Future<?> last = handle;
        if (!begun && last != null && last.isDone()) {
            handle = threads.submit(this);
        }
    }

    boolean isOver() {
        return over;
    }

    @Override
    public void run() {
        begun = true;
        try {
            work.run();
        } finally {
            over = true;
        }
    }
}
