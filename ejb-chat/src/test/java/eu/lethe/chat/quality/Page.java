package eu.lethe.chat.quality;

import eu.lethe.chat.extraction.Chunk;
import java.util.List;

/**
 * A page of a help centre, cut as Lethe cuts it.
 *
 * @param location as the question sets name it
 */
record Page(String language, String location, String title, List<Chunk> chunks) {}
