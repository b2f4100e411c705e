package eu.lethe.compliance.requests;

import eu.lethe.compliance.kernel.Subject;
import java.util.List;

/**
 * As many people as one transaction erases or one file holds: one address may have been left by any number of visitors, and
 * nobody may make a transaction as long as they like.
 */
public final class Portion {

    /** How many people there are in one. */
    public static final int SIZE = 20;

    private Portion() {}

    static List<Subject> first(List<Subject> people) {
        return people.subList(0, Math.min(SIZE, people.size()));
    }

    static List<Subject> rest(List<Subject> people) {
        return people.subList(Math.min(SIZE, people.size()), people.size());
    }

    /** How many portions there are, at least one. */
    public static int number(int people) {
        return Math.max(1, (people + SIZE - 1) / SIZE);
    }
}
