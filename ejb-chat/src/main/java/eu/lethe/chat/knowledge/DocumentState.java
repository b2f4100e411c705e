package eu.lethe.chat.knowledge;

/** What became of a document: waiting to be embedded and indexed, searchable, or refused with a reason. */
public enum DocumentState {
    PENDING,
    INDEXED,
    REFUSED
}
