package eu.lethe.chat.conversations;

/** Who said a message: the visitor, the assistant (AI), or an agent (human). */
public enum Author {
    VISITOR,
    ASSISTANT,
    AGENT
}
