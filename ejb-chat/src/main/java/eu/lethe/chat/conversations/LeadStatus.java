package eu.lethe.chat.conversations;

/** What became of the person as a customer to be. */
public enum LeadStatus {
    NONE,
    NEW,
    QUALIFIED,
    CONTACTED,
    WON,
    LOST
}
