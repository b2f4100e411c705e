package eu.lethe.compliance.personaldata;

import java.util.Set;

/**
 * What somebody wrote by which it would be recognised elsewhere.
 *
 * @param identifiers addresses and numbers, as they were written
 * @param phrases sequences of words, long and rare enough to be somebody's own
 */
public record Typed(Set<String> identifiers, Set<String> phrases) {

    public static final Typed NOTHING = new Typed(Set.of(), Set.of());

    public Typed {
        identifiers = Set.copyOf(identifiers);
        phrases = Set.copyOf(phrases);
    }
}
