package eu.lethe.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Our share of the time to the first token: from sending a question to its first {@code delta}, less what the model took.
 *
 * <pre>
 * LETHE_LLM_MODEL='stub?ttft=200&amp;tps=50&amp;tokens=20', LETHE_VISITOR_MESSAGES_PER_MINUTE=100000 and
 * LETHE_VISITOR_MESSAGES_PER_MINUTE_PER_ADDRESS=100000, LETHE_VISITOR_REQUESTS_PER_MINUTE_PER_ADDRESS=100000 for Lethe, then
 * java -cp lethe.jar eu.lethe.bench.FirstToken http://localhost:8080 demo http://localhost:8081 200 100 "Where are messages stored?"
 * </pre>
 */
public final class FirstToken {

    private static final int WARM_UP = 30;

    private FirstToken() {}

    /** Address, site key, origin, the stub's ttft in milliseconds, rounds, questions asked in turn. */
    public static void main(String[] arguments) {
        if (arguments.length < 6) {
            System.err.println(
                    "FirstToken <address> <site key> <origin> <ttft of the model in ms> <rounds> <question>...");
            System.exit(2);
        }
        var visitor = new Visitor(Visitor.client(), URI.create(arguments[0]), arguments[1], arguments[2]);
        int model = Integer.parseInt(arguments[3]);
        int rounds = Integer.parseInt(arguments[4]);
        List<String> questions = List.of(arguments).subList(5, arguments.length);
        var first = new ArrayList<Long>();
        var turn = new ArrayList<Long>();
        for (int i = -WARM_UP; i < rounds; i++) {
            var turnAt = new AtomicLong();
            var deltaAt = new AtomicLong();
            long start = System.nanoTime();
            int status = visitor.ask(questions.get(Math.floorMod(i, questions.size())), (event, data) -> {
                        if (event.equals("turn")) {
                            turnAt.set(System.nanoTime());
                        } else if (event.equals("delta")) {
                            deltaAt.compareAndSet(0, System.nanoTime());
                        }
                    })
                    .join();
            if (status != 200 || deltaAt.get() == 0) {
                System.err.println("No answer: HTTP " + status);
                System.exit(1);
            }
            if (i >= 0) {
                turn.add(turnAt.get() - start);
                first.add(deltaAt.get() - start);
            }
        }
        System.out.println("question heard and stored: " + Measured.of(turn));
        System.out.println("first token:               " + Measured.of(first));
        System.out.println("our share of it:           " + Measured.of(first).less(model));
    }
}
