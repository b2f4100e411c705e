package eu.lethe.chat.conversations;

/** Whether a message was said to its end. */
public enum MessageState {
    COMPLETE,
    STOPPED,
    INTERRUPTED
}
