package eu.lethe.compliance.mail;

/** The mail server said that it will never take this letter (5xx for its address or content). */
final class LetterRefused extends Exception {

    private static final long serialVersionUID = 1;

    LetterRefused(int answer) {
        super("The mail server answered " + answer);
    }
}
