package eu.lethe.compliance.mail;

/** The mail server said that there is no such mailbox and will be none. */
final class LetterRefused extends Exception {

    private static final long serialVersionUID = 1;

    LetterRefused(int answer) {
        super("The mail server answered " + answer);
    }
}
