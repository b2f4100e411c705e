package eu.lethe.compliance.mail;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server said: a number, and often a status that says what about (RFC 3463), as in {@code 550 5.1.1 Unknown user}.
 *
 * @param about the status, such as {@code 5.1.1}, or null
 */
record ServerAnswer(int number, @Nullable String about) {

    static final ServerAnswer NONE = new ServerAnswer(0, null);

    private static final Pattern FORM = Pattern.compile("(?s)([45]\\d\\d)[ -](?:([245]\\.\\d{1,3}\\.\\d{1,3})\\b)?.*");

    // No such mailbox, moved, not allowed as a name, not one at all, a host that takes no mail: 503 and 530 are about
    // us.
    private static final Set<Integer> MAILBOX = Set.of(501, 550, 551, 553, 556);

    // The mailbox's address or state; 5.1.7 and 5.1.8 are about the sender's address, 5.7.1 about what we may do.
    private static final Pattern MAILBOX_STATUS = Pattern.compile("5\\.(1\\.(?![78]$)|2\\.)\\d+");

    static Optional<ServerAnswer> in(@Nullable String text) {
        Matcher answer = FORM.matcher(text == null ? "" : text);
        return answer.matches()
                ? Optional.of(new ServerAnswer(Integer.parseInt(answer.group(1)), answer.group(2)))
                : Optional.empty();
    }

    /** Whether, said of the address a letter goes to, it will be the same tomorrow. */
    boolean isNever() {
        return about == null
                ? MAILBOX.contains(number)
                : MAILBOX_STATUS.matcher(about).matches();
    }

    @Override
    public String toString() {
        return about == null ? Integer.toString(number) : number + " " + about;
    }
}
