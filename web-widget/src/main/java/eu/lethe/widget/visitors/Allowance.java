package eu.lethe.widget.visitors;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * So many per minute for each of many: a bucket that fills evenly. Keeps nothing but who came within the last minute, in
 * memory.
 */
public final class Allowance {

    private static final double MINUTE = 60_000;
    private static final int CROWD = 10_000;

    private final int perMinute;
    private final Clock clock;
    private final Map<Object, Bucket> buckets = new ConcurrentHashMap<>();

    private record Bucket(double left, long at) {}

    public Allowance(int perMinute, Clock clock) {
        this.perMinute = perMinute;
        this.clock = clock;
    }

    /** Takes one. @throws TooManyRequests saying how long to wait if none is left */
    public void take(Object who) {
        long now = clock.millis();
        if (buckets.size() > CROWD) {
            buckets.values().removeIf(bucket -> now - bucket.at() > MINUTE);
        }
        var bucket = buckets.merge(who, new Bucket(perMinute - 1.0, now), (old, fresh) -> after(old, now));
        if (bucket.left() < 0) {
            throw new TooManyRequests(Duration.ofMillis((long) Math.ceil(-bucket.left() * MINUTE / perMinute)));
        }
    }

    // An attempt that is refused costs nothing, else whoever keeps trying would never be let in again.
    private Bucket after(Bucket old, long now) {
        double filled =
                Math.min(perMinute, Math.max(0, old.left()) + missing(old) + (now - old.at()) * perMinute / MINUTE);
        return new Bucket(filled - 1, now);
    }

    private static double missing(Bucket bucket) {
        return bucket.left() < 0 ? bucket.left() + 1 : 0;
    }
}
