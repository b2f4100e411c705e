package eu.lethe.chat.conversations;

/** Where a conversation is. */
public enum Phase {
    EXPLORING,
    LEARNING,
    REQUESTING_CONTACT,
    WITH_AGENT,
    CLOSED
}
