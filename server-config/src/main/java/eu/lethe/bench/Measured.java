package eu.lethe.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Durations in milliseconds, told as percentiles. */
record Measured(double[] sorted) {

    static Measured of(List<Long> nanos) {
        return new Measured(
                nanos.stream().mapToDouble(value -> value / 1e6).sorted().toArray());
    }

    double at(double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }

    Measured less(double millis) {
        return new Measured(Arrays.stream(sorted).map(value -> value - millis).toArray());
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "n %d, p50 %.1f, p90 %.1f, p99 %.1f, max %.1f ms",
                sorted.length,
                at(0.5),
                at(0.9),
                at(0.99),
                at(1));
    }
}
