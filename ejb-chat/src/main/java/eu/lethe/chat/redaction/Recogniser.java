package eu.lethe.chat.redaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds values that identify a person, by form and check digits. */
final class Recogniser {

    enum Kind {
        // In the order in which they win where two match: an account is no phone number.
        EMAIL("[\\p{L}\\p{N}._%+'-]{1,64}@(?:[\\p{L}\\p{N}-]{1,63}\\.){1,8}[\\p{L}\\p{N}-]{2,63}", String::length),
        IBAN("(?<!\\w)[A-Za-z]{2}\\d{2}(?: ?[A-Za-z0-9]{1,4}){3,8}(?!\\w)", Recogniser::iban),
        CARD("(?<!\\w)\\d(?:[ -]?\\d){12,18}(?!\\w)", Recogniser::card),
        PHONE("(?<![\\w.,])(?:\\+|\\()?\\d[\\d ()/.\\u00a0-]{5,20}\\d(?!\\w)", Recogniser::phone);

        private final Pattern form;
        private final ToIntFunction<String> check;

        /** @param check how many characters of the candidate belong to the value; 0 if it is none */
        Kind(String form, ToIntFunction<String> check) {
            this.form = Pattern.compile(form);
            this.check = check;
        }

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    record Found(Kind kind, int start, int end) {}

    private static final int SHORTEST_IBAN = 15;
    private static final Pattern DATE =
            Pattern.compile("(?:\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|\\d{4}[./-]\\d{1,2}[./-]\\d{1,2})(?:\\D.*)?");
    private static final Pattern NATIONAL = Pattern.compile("[+(0].*|\\d{3}[ .-]\\d{3}[ .-]\\d{4}");

    private Recogniser() {}

    /** All of them in the text, in order, none overlapping. */
    static List<Found> in(String text) {
        var all = new ArrayList<Found>();
        for (Kind kind : Kind.values()) {
            Matcher candidate = kind.form.matcher(text);
            while (candidate.find()) {
                int length = kind.check.applyAsInt(candidate.group());
                if (length > 0) {
                    add(all, new Found(kind, candidate.start(), candidate.start() + length));
                }
            }
        }
        all.sort(Comparator.comparingInt(Found::start));
        return all;
    }

    private static void add(List<Found> all, Found found) {
        if (all.stream().noneMatch(other -> found.start() < other.end() && other.start() < found.end())) {
            all.add(found);
        }
    }

    // The form also takes words that follow; the longest start whose check digits are right is the account.
    private static int iban(String candidate) {
        for (int length = candidate.length(); length >= SHORTEST_IBAN; length--) {
            boolean ends = length == candidate.length() || candidate.charAt(length) == ' ';
            if (ends && remainder97(candidate.substring(0, length).replace(" ", "")) == 1) {
                return length;
            }
        }
        return 0;
    }

    private static int remainder97(String iban) {
        int remainder = 0;
        String turned = iban.substring(4) + iban.substring(0, 4);
        for (int i = 0; i < turned.length(); i++) {
            int digit = Character.digit(turned.charAt(i), 36);
            remainder = (remainder * (digit > 9 ? 100 : 10) + digit) % 97;
        }
        return remainder;
    }

    private static int card(String candidate) {
        int sum = 0;
        boolean twice = false;
        for (int i = candidate.length() - 1; i >= 0; i--) {
            int digit = Character.digit(candidate.charAt(i), 10);
            if (digit >= 0) {
                int value = twice ? digit * 2 : digit;
                sum += value > 9 ? value - 9 : value;
                twice = !twice;
            }
        }
        return sum % 10 == 0 ? candidate.length() : 0;
    }

    private static int phone(String candidate) {
        long digits = candidate.chars().filter(Character::isDigit).count();
        boolean dialled = NATIONAL.matcher(candidate).matches()
                && !DATE.matcher(candidate).matches();
        return dialled && digits >= 7 && digits <= 15 ? candidate.length() : 0;
    }
}
