package eu.lethe.chat.retrieval;

import java.util.UUID;

/**
 * A passage found for a question.
 *
 * @param location where a person can read it: a URL, or the file's or entry's name
 * @param score fused, 0..1
 * @param dense cosine of the embeddings, -1..1, or 0 where only words matched
 * @param lexical BM25 as OpenSearch gave it, or 0
 */
public record Passage(
        UUID id,
        UUID source,
        UUID document,
        int ordinal,
        String language,
        String title,
        String heading,
        String text,
        String location,
        double score,
        double dense,
        double lexical) {

    Passage withScore(double fused) {
        return new Passage(
                id, source, document, ordinal, language, title, heading, text, location, fused, dense, lexical);
    }
}
