package eu.lethe.compliance.erasure;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What to look for after a deletion.
 *
 * @param names addresses, numbers and names the person is known by
 * @param identifiers addresses and numbers the person typed, which may be the account's own
 * @param phrases sequences of words the person typed, which others may have said, too
 */
public record Words(List<String> names, List<String> identifiers, List<String> phrases) {

    static final Words NONE = new Words(List.of(), List.of(), List.of());
    private static final int MOST = 16;
    private static final int SHORTEST = 4;

    /** At most sixteen of them, the surest first; what is too short to mean anybody is left out. */
    static Words of(Collection<String> names, Collection<String> identifiers, Collection<String> phrases) {
        var seen = new HashSet<String>();
        return new Words(some(names, seen), some(identifiers, seen), some(phrases, seen));
    }

    private static List<String> some(Collection<String> words, Set<String> seen) {
        return words.stream()
                .filter(word -> word.length() >= SHORTEST)
                .filter(word -> seen.size() < MOST && seen.add(word))
                .toList();
    }

    /** What of them was typed and would be said by anybody who read what the account publishes is taken out. */
    Words without(Set<String> published) {
        return new Words(names, less(identifiers, published), less(phrases, published));
    }

    private static List<String> less(List<String> words, Set<String> published) {
        return words.stream().filter(word -> !published.contains(word)).toList();
    }

    Set<String> typed() {
        return union(identifiers, phrases);
    }

    /** What points at the person whoever says it. */
    Set<String> sure() {
        return union(names, identifiers);
    }

    Set<String> all() {
        return union(sure(), phrases);
    }

    private static Set<String> union(Collection<String> some, Collection<String> others) {
        var all = new LinkedHashSet<String>();
        Stream.of(some, others).forEach(all::addAll);
        return all;
    }
}
