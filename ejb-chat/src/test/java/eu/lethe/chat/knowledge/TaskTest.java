package eu.lethe.chat.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TaskTest {

    private final AtomicInteger done = new AtomicInteger();

    @Test
    void isStartedAgainWhenTheServerDroppedIt() {
        var threads = new Threads(1);
        var task = new Task(done::incrementAndGet).startedOn(threads);
        assertThat(task.isOver()).isFalse();

        task.ensureStarted(threads);

        assertThat(task.isOver()).isTrue();
        assertThat(done).hasValue(1);
    }

    @Test
    void isNotStartedTwice() {
        var threads = new Threads(0);
        var task = new Task(done::incrementAndGet).startedOn(threads);

        task.ensureStarted(threads);

        assertThat(done).hasValue(1);
    }

    @Test
    void isOverAlsoWhenItFails() {
        var task = new Task(() -> {
                    throw new IllegalStateException("on purpose");
                })
                .startedOn(new Threads(0));

        assertThat(task.isOver()).isTrue();
    }

    /** Runs at once in the calling thread, but fails the first few before they begin, as a server does that still deploys. */
    private static final class Threads extends AbstractExecutorService {
        private int drops;

        Threads(int drops) {
            this.drops = drops;
        }

        @Override
        public void execute(Runnable task) {
            if (drops-- > 0) {
                ((java.util.concurrent.Future<?>) task).cancel(false);
            } else {
                task.run();
            }
        }

        @Override
        public void shutdown() {}

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }
}
