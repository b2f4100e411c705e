package eu.lethe.chat.extraction;

/** A piece of a document in reading order: a heading with its depth, or text that belongs together. */
public sealed interface Block {

    String text();

    record Heading(int level, String text) implements Block {}

    /** A paragraph, a whole list or a table; its lines are kept apart by line feeds. */
    record Text(String text) implements Block {}
}
