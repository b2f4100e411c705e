package eu.lethe.chat.extraction;

/**
 * A piece of a document that can be found and quoted on its own.
 *
 * @param heading where it stands, as in {@code Title > Section}
 */
public record Chunk(String heading, String text) {}
