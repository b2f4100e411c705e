package eu.lethe.dashboard.frame;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The first letters of the first and the last word of a name. */
final class Initials {

    private Initials() {}

    static String of(String name) {
        String[] words = name.strip().split("[\\s@]+");
        String first = words[0];
        if (first.isEmpty()) {
            return "?";
        }
        boolean one = words.length == 1 || name.contains("@");
        return Arrays.stream(one ? new String[] {first} : new String[] {first, words[words.length - 1]})
                .map(word -> new String(Character.toChars(word.codePointAt(0))))
                .collect(Collectors.joining())
                .toUpperCase(Locale.ROOT);
    }
}
