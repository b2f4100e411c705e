package eu.lethe.widget.visitors;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * So many in a period for each of many: a bucket that fills evenly. Keeps nothing but who came within the last period, in
 * memory.
 */
public final class Allowance {

    private static final int CROWD = 10_000;

    private final int most;
    private final double period;
    private final Clock clock;
    private final Map<Object, Bucket> buckets = new ConcurrentHashMap<>();

    private record Bucket(double left, long at) {}

    public Allowance(int perMinute, Clock clock) {
        this(perMinute, Duration.ofMinutes(1), clock);
    }

    Allowance(int most, Duration period, Clock clock) {
        this.most = most;
        this.period = period.toMillis();
        this.clock = clock;
    }

    /** Takes one. @throws TooManyRequests saying how long to wait if none is left */
    public void take(Object who) {
        long now = clock.millis();
        if (buckets.size() > CROWD) {
            buckets.values().removeIf(bucket -> now - bucket.at() > period);
        }
        var bucket = buckets.merge(who, new Bucket(most - 1.0, now), (old, fresh) -> after(old, now));
        if (bucket.left() < 0) {
            throw new TooManyRequests(Duration.ofMillis((long) Math.ceil(-bucket.left() * period / most)));
        }
    }

    // An attempt that is refused costs nothing, else whoever keeps trying would never be let in again.
    private Bucket after(Bucket old, long now) {
        double filled = Math.min(most, Math.max(0, old.left()) + missing(old) + (now - old.at()) * most / period);
        return new Bucket(filled - 1, now);
    }

    private static double missing(Bucket bucket) {
        return bucket.left() < 0 ? bucket.left() + 1 : 0;
    }
}
