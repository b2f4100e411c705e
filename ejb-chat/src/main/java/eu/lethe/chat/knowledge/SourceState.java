package eu.lethe.chat.knowledge;

/** How far a source is. */
public enum SourceState {
    WAITING,
    SYNCING,
    READY,
    FAILED
}
