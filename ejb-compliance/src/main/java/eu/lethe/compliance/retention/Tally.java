package eu.lethe.compliance.retention;

import java.util.HashSet;
import java.util.Set;

/** What a sweep has done so far. */
public final class Tally {

    long rows;
    long people;
    long handedOver;
    long failed;

    /** Stores that did not answer. */
    final Set<String> away = new HashSet<>();

    boolean isNothing() {
        return rows == 0 && people == 0 && handedOver == 0 && failed == 0;
    }

    @Override
    public String toString() {
        return rows + " rows, " + people + " people forgotten, " + handedOver + " handed over, " + failed + " failed";
    }
}
