package eu.lethe.compliance.requests;

/** Whether the person heard of what Art. 12 GDPR wants them to be told. */
public enum Informed {
    /** A letter is on its way. */
    WAITING,
    /** The mail server has taken the letter. */
    SENT,
    /** The mail server will not have the letter. */
    REFUSED,
    /** The letter could not be sent for so long that it was thrown away. */
    EXPIRED,
    /** There was no address or no mail server. */
    NOT_SENT,
    /** The person asked from a browser and reads it there. */
    IN_PANEL;

    /** Whether somebody has to tell the person in another way. */
    public boolean isUpToSomebody() {
        return this == REFUSED || this == EXPIRED || this == NOT_SENT;
    }
}
