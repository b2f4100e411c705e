package eu.lethe.chat.conversations;

import java.util.UUID;

/**
 * A passage an answer rests on.
 *
 * @param number as it stands in the text: [1]
 * @param snippet the start of the passage, at most 240 characters
 */
public record Citation(
        int number, UUID passage, UUID document, String title, String location, String snippet, double score) {}
