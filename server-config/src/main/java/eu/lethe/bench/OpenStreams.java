package eu.lethe.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Many answers at once: opens streams at a steady rate, each by a visitor of its own, and counts those that did not come to their
 * end and how long pieces kept the others waiting.
 *
 * <pre>
 * LETHE_LLM_MODEL='stub?ttft=500&amp;tps=10&amp;tokens=1000' and LETHE_LLM_DEADLINE=PT5M for Lethe, so that answers last longer than
 * it takes to begin them all, limits as for {@link FirstToken}, then
 * java -cp lethe.jar eu.lethe.bench.OpenStreams http://localhost:8080 demo http://localhost:8081 500 8 "Where are messages stored?"
 * </pre>
 */
public final class OpenStreams {

    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger peak = new AtomicInteger();
    private final AtomicInteger complete = new AtomicInteger();
    private final Map<String, AtomicInteger> losses = new ConcurrentSkipListMap<>();
    private final ConcurrentLinkedQueue<Long> first = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Long> gaps = new ConcurrentLinkedQueue<>();

    private OpenStreams() {}

    /** Address, site key, origin, streams, streams begun per second, question. */
    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length != 6) {
            System.err.println("OpenStreams <address> <site key> <origin> <streams> <per second> <question>");
            System.exit(2);
        }
        new OpenStreams().run(arguments);
    }

    private void run(String[] arguments) throws InterruptedException {
        int streams = Integer.parseInt(arguments[3]);
        double perSecond = Double.parseDouble(arguments[4]);
        var http = Visitor.client();
        List<CompletableFuture<?>> all = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < streams; i++) {
            long due = start + (long) (i / perSecond * 1e9);
            TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
            all.add(listen(new Visitor(http, URI.create(arguments[0]), arguments[1], arguments[2]), arguments[5]));
        }
        all.forEach(CompletableFuture::join);
        System.out.println(
                "streams " + streams + ", open at once " + peak + ", complete " + complete + ", lost " + losses);
        System.out.println("first token: " + Measured.of(List.copyOf(first)));
        System.out.println("between pieces: " + Measured.of(List.copyOf(gaps)));
    }

    private CompletableFuture<?> listen(Visitor visitor, String question) {
        var answer = new Answer();
        peak.accumulateAndGet(open.incrementAndGet(), Math::max);
        return visitor.ask(question, answer::hears).handle((status, failure) -> {
            open.decrementAndGet();
            if (failure == null && status == 200 && answer.isWhole()) {
                complete.incrementAndGet();
            } else {
                lost(
                        failure == null
                                ? "HTTP " + status + " " + answer.state
                                : failure.getClass().getSimpleName());
            }
            return null;
        });
    }

    private void lost(String how) {
        losses.computeIfAbsent(how, unseen -> new AtomicInteger()).incrementAndGet();
    }

    /** One stream's pieces; its events come one at a time. */
    private final class Answer {

        private final long asked = System.nanoTime();
        private long last;
        private volatile String state = "no done";

        private void hears(String event, String data) {
            long now = System.nanoTime();
            if (event.equals("delta")) {
                (last == 0 ? first : gaps).add(now - (last == 0 ? asked : last));
                last = now;
            } else if (event.equals("done")) {
                state = data.contains("\"state\":\"COMPLETE\"") && !data.contains("\"problem\":\"")
                        ? "COMPLETE"
                        : "not complete";
            } else if (event.equals("problem")) {
                state = "problem";
            }
        }

        private boolean isWhole() {
            return state.equals("COMPLETE");
        }
    }
}
