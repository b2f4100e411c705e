package eu.lethe.compliance.mail;

/** The mail server did not take a letter, but may do so later. Says nothing of the letter. */
final class MailServerDown extends RuntimeException {

    private static final long serialVersionUID = 1;

    MailServerDown(String message) {
        super(message);
    }
}
