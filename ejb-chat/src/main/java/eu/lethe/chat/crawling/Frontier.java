package eu.lethe.chat.crawling;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The addresses still to be visited, nearest first, each once, and no more than allowed. Shared by the workers of a crawl. */
final class Frontier {

    /** @param listed whether somebody named this page, so that it is worth saying when it cannot be read */
    record Step(URI location, int depth, boolean listed) {}

    private final Deque<Step> waiting = new ArrayDeque<>();
    private final Set<URI> known = new HashSet<>();
    private final int most;
    private int taken;
    private int busy;
    private boolean stopped;

    Frontier(int most) {
        this.most = most;
    }

    synchronized void add(URI location, int depth, boolean listed) {
        // Ten addresses are remembered for each that may be visited: a site of endless calendars must not fill the
        // heap.
        if (known.size() < most * 10 + 1000 && known.add(location)) {
            waiting.addLast(new Step(location, depth, listed));
            notifyAll();
        }
    }

    /** Claims an address that a redirect led to; false if it is or was somebody else's. */
    synchronized boolean claim(URI location) {
        return known.add(location);
    }

    /** The next step, waiting for one while other workers may still find some; null when the crawl is over. */
    synchronized @Nullable Step take() throws InterruptedException {
        while (!stopped && waiting.isEmpty() && busy > 0) {
            wait(1000);
        }
        if (stopped || waiting.isEmpty() || taken >= most) {
            return null;
        }
        taken++;
        busy++;
        return waiting.removeFirst();
    }

    synchronized void done() {
        busy--;
        notifyAll();
    }

    /** Lets nothing more be taken and waits for what is being visited. */
    synchronized void awaitIdle() throws InterruptedException {
        stop();
        while (busy > 0) {
            wait(1000);
        }
    }

    synchronized void stop() {
        stopped = true;
        notifyAll();
    }
}
