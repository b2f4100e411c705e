package eu.lethe.chat.index;

import java.util.UUID;

/**
 * A passage that one half of a search found.
 *
 * @param score as that half counts it: the cosine of the vectors, or BM25
 */
public record Match(
        UUID id,
        UUID source,
        UUID document,
        int ordinal,
        String language,
        String title,
        String heading,
        String text,
        String location,
        double score) {}
