package eu.lethe.compliance.mail;

/** Where a letter stands. */
public enum LetterState {
    WAITING,
    /** The mail server took it; whether it arrives is beyond our knowing. */
    SENT,
    /** The mail server will not have it, now or later. */
    REFUSED,
    /** It came too late to be of use and was thrown away. */
    EXPIRED
}
